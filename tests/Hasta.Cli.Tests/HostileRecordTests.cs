using System.Text;
using Hasta.TestKit;

namespace Hasta.Cli.Tests;

/// <summary>The INCLUDE record of a server is not trusted.</summary>
public sealed class HostileRecordTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Theory]
    [InlineData("4611686018427387904")]
    [InlineData("9223372036854775807")]
    [InlineData("68719476737")]
    [InlineData("-5")]
    [InlineData("0")]
    public async Task An_impossible_zip_size_is_reported(string size)
    {
        using HostileServer server = Serving(
            $$"""{"files": [{"key": "Animals_1of2.zip", "size": {{size}}, "checksum": "md5:00000000000000000000000000000000"}]}""");

        string[][] modes =
        [
            ["--glosses", "dog"],
            ["--category", "Animals"],
            ["--glosses", "dog", "--streaming-prepare"],
            ["--category", "Animals", "--dry-run"],
        ];
        foreach (string[] mode in modes)
        {
            CliRun run = await RunAsync(server, mode);

            Assert.Contains($"Animals_1of2.zip with {size} bytes", run.Error, StringComparison.Ordinal);
            Assert.Equal(mode[^1] == "--dry-run" ? 0 : 2, run.ExitCode);
        }
    }

    [Theory]
    [InlineData("1e30")]
    [InlineData("99999999999999999999")]
    [InlineData("1.5")]
    [InlineData("null")]
    [InlineData("\"12\"")]
    public async Task A_size_that_is_not_a_byte_count_is_an_invalid_record(string size)
    {
        using HostileServer server = Serving($$"""{"files": [{"key": "Animals_1of2.zip", "size": {{size}}}]}""");

        CliRun run = await RunAsync(server, "--glosses", "dog");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no record", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_thousand_new_files_are_reported_in_a_few_lines()
    {
        IEnumerable<string> files = Enumerable.Range(0, 100_000).Select(i => $$"""{"key": "x\u001b[2J{{i}}", "size": 1}""");
        using HostileServer server = Serving($$"""{"files": [{{string.Join(',', files)}}]}""");

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
    public async Task An_invalid_redirect_is_an_error(string to, string expected)
    {
        using var server = HostileServer.Redirecting(to);

        CliRun run = await RunAsync(server, "--glosses", "dog");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static HostileServer Serving(string record) =>
        new(async context => await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(record)));

    private Task<CliRun> RunAsync(HostileServer server, params string[] more) =>
        CliRun.RunAsync(["download", "include", "--to", folder.At("include"), "--base-url", server.Address.ToString(), .. more]);
}
