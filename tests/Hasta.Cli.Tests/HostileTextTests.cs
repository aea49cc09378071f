using Hasta.Include.Audit;
using Hasta.TestKit;
using Hasta.Tool.Output;
using Spectre.Console;

namespace Hasta.Cli.Tests;

/// <summary>Names come from untrusted files: none may move the cursor, forge a line or reverse the text direction.</summary>
public sealed class HostileTextTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task A_key_in_a_settings_file_is_escaped()
    {
        string config = folder.Write("config.json", """{"\u001b[2J\u009b31m\u202e\u2028\nforged": 1}""");

        CliRun run = await CliRun.RunAsync("train", folder.Path, "--out", folder.At("run"), "--config", config);

        HostileText.AssertHarmless(run.Error);
    }

    [Fact]
    public void A_table_escapes_names_and_stays_aligned()
    {
        using var output = new StringWriter { NewLine = "\n" };
        IAnsiConsole console = CliRun.Console(output);
        var terminal = new Terminal(console, console, output);

        AuditTable.Print(
            terminal,
            new AuditReport
            {
                Glosses = [new(HostileText.Raw, 1, null), new("नमस्\u200dते", 1, null)],
                Undecodable = [],
                Duplicates = [],
            });

        string[] lines = output.ToString().Split('\n');
        HostileText.AssertHarmless(output.ToString());
        Assert.Contains("नमस्\u200dते", output.ToString(), StringComparison.Ordinal);
        string row = Assert.Single(lines, line => line.Contains("forged", StringComparison.Ordinal));
        Assert.Equal(lines[0].Length, row.Length);
    }

    public void Dispose() => folder.Dispose();
}
