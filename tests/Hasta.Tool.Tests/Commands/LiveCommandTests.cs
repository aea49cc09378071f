using System.Text.Json;
using System.Xml.Linq;
using Hasta.TestKit;

namespace Hasta.Tool.Tests.Commands;

public sealed class LiveCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Long => folder.At("long.pose");

    [Fact]
    public async Task A_stream_of_poses_is_answered_sign_by_sign()
    {
        LongTake.Write(Long, "Hello", "Thankyou");

        string[] answers =
        [
            .. (await CliRun.RunSuccessfullyAsync("live", "--poses", Long, "--json"))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement)
                .Where(line => line.GetProperty("event").GetString() is "recognized" or "unsure")
                .Select(line => line.GetProperty("candidates")[0].GetProperty("gloss").GetString()!),
        ];

        Assert.Equal(["Hello", "Thankyou"], answers);
    }

    [Fact]
    public async Task A_report_is_written_when_the_stream_ends()
    {
        LongTake.Write(Long, "Hello", "Thankyou");

        CliRun run = await CliRun.RunAsync("live", "--poses", Long, "--report", folder.At("page.html"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"Written: {folder.At("page.html")}", run.Error, StringComparison.Ordinal);
        var page = XDocument.Load(folder.At("page.html"));
        Assert.Equal(2, page.Descendants("tbody").Single().Elements("tr").Count());
        Assert.StartsWith("2 signs", page.Descendants("h1").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_does_not_replace_a_file()
    {
        LongTake.Write(Long, "Hello");
        string path = folder.Write("page.html", "mine");

        CliRun run = await CliRun.RunAsync("live", "--poses", Long, "--report", path);

        Assert.Equal((2, "mine", ""), (run.ExitCode, File.ReadAllText(path), run.Out));
        Assert.Contains($"{path}: this file exists.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--poses", "a.mp4")]
    [InlineData("--poses", "a.pose", "--video", "a.mp4")]
    [InlineData("--poses", "a.pose", "--report", "page.txt")]
    public async Task Wrong_arguments_are_an_error(params string[] arguments) =>
        Assert.Equal(2, (await CliRun.RunAsync(["live", .. arguments])).ExitCode);

    public void Dispose() => folder.Dispose();
}
