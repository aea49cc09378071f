using Hasta.TestKit;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;

namespace Hasta.Cli.Tests.Commands;

[Collection(TorchTurns.Name)]
[Trait("speed", "slow")]
public sealed class BenchmarkCommandTests : IDisposable
{
    private const string Config =
        """{ "model": { "kind": "landmarkMlp", "width": 16 }, "epochs": 3, "batchSize": 8, "learningRate": 0.01, "maxTakes": 3 }""";

    private readonly TempFolder folder = new();
    private readonly string data = SmallCorpus.Prepare(takes: 4);

    public BenchmarkCommandTests() => TorchDevice.Load();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_source_is_left_out_once_and_a_second_start_computes_nothing()
    {
        string first = await CliRun.RunSuccessfullyAsync(Arguments("--jobs", "2"));
        string[] folds = Directory.GetFiles(folder.At("out/folds"));
        DateTime[] written = [.. folds.Select(File.GetLastWriteTimeUtc)];

        string second = await CliRun.RunSuccessfullyAsync(Arguments("--jobs", "1"));

        Assert.Equal(3, folds.Length);
        Assert.Equal(first, second);
        Assert.Equal(written, folds.Select(File.GetLastWriteTimeUtc));
        Assert.Contains("Choose half, ISL confirmed", first, StringComparison.Ordinal);
        Assert.Contains("Report half, language unconfirmed", first, StringComparison.Ordinal);
        Assert.Contains("worst quartile", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quick_trains_on_what_ships_and_tests_the_others()
    {
        string answer = await CliRun.RunSuccessfullyAsync([.. Arguments("--quick"), "--words", folder.Write("words.txt", "slow\nfast\n")]);

        Assert.Equal(["third-1.json"], Directory.GetFiles(folder.At("out/folds")).Select(Path.GetFileName));
        Assert.Contains("│ third", answer, StringComparison.Ordinal);
        Assert.Contains("│ 8 ", answer, StringComparison.Ordinal); // of its 12 clips
    }

    [Theory]
    [InlineData("--half", "both")]
    [InlineData("--jobs", "0")]
    [InlineData("--words", "missing.txt")]
    public async Task A_wrong_option_is_an_error_of_the_user(string option, string value)
    {
        CliRun run = await CliRun.RunAsync([.. Arguments(option, value), "--quick"]);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    private string[] Arguments(params string[] more) =>
    [
        "benchmark", "strangers", data,
        "--sources", folder.Write(
            "sources.csv",
            """
            signer,source,language,half,ships
            signer 0,first,confirmed,choose,yes
            signer 1,second,confirmed,choose,yes
            signer 2,third,unconfirmed,report,no
            """),
        "--config", folder.Write("config.json", Config),
        "--out", folder.At("out"),
        .. more,
    ];
}
