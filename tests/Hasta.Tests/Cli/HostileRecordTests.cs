using System.Text;

namespace Hasta.Tests.Cli;

/// <summary>What a server says of INCLUDE is not believed.</summary>
public sealed class HostileRecordTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Theory]
    [InlineData("4611686018427387904")]
    [InlineData("9223372036854775807")]
    [InlineData("68719476737")]
    [InlineData("-5")]
    [InlineData("0")]
    public async Task A_size_that_no_zip_has_is_an_error_that_names_it(string size)
    {
        using HostileServer server = Serving($$"""{"files": [{"key": "Animals_1of2.zip", "size": {{size}}, "checksum": "md5:00000000000000000000000000000000"}]}""");

        foreach (string[] mode in new string[][] { ["--glosses", "dog"], ["--category", "Animals"], ["--glosses", "dog", "--streaming-prepare"], ["--category", "Animals", "--dry-run"] })
        {
            CliRun run = await RunAsync(server, mode);

            Assert.Contains($"Animals_1of2.zip has {size} bytes", run.Error, StringComparison.Ordinal);
            Assert.Equal(mode[^1] == "--dry-run" ? 0 : 2, run.ExitCode);
        }
    }

    [Theory]
    [InlineData("1e30")]
    [InlineData("99999999999999999999")]
    [InlineData("1.5")]
    [InlineData("null")]
    [InlineData("\"12\"")]
    public async Task A_size_that_is_no_number_of_bytes_is_no_record(string size)
    {
        using HostileServer server = Serving($$"""{"files": [{"key": "Animals_1of2.zip", "size": {{size}}}]}""");

        CliRun run = await RunAsync(server, "--glosses", "dog");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no record", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_thousand_files_are_a_few_lines()
    {
        using HostileServer server = Serving($$"""{"files": [{{string.Join(',', Enumerable.Range(0, 100_000).Select(i => $$"""{"key": "x\u001b[2J{{i}}", "size": 1}"""))}}]}""");

        CliRun run = await RunAsync(server, "--category", "Animals");

        Assert.InRange(run.Error.Split('\n').Length, 5, 80);
        Assert.Contains("99995 more files are new", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Error);
    }

    [Theory]
    [InlineData("file:///etc/passwd", "\"file:\"")]
    [InlineData("ftp://127.0.0.1/record", "\"ftp:\"")]
    [InlineData("javascript:alert(1)", "\"javascript:\"")]
    [InlineData("/again", "in a circle")]
    [InlineData("http://", "without a usable address")]
    public async Task A_redirect_that_leads_astray_is_an_error_that_says_so(string to, string says)
    {
        using var server = HostileServer.Redirecting(to);

        CliRun run = await RunAsync(server, "--glosses", "dog");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static HostileServer Serving(string record) => new(async context => await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(record)));

    private Task<CliRun> RunAsync(HostileServer server, params string[] more) =>
        CliRun.RunAsync(["download", "include", "--to", folder.At("include"), "--base-url", server.Address.ToString(), .. more]);
}
