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

    [Fact]
    public async Task Enrollment_of_words_left_out_is_measured_for_every_pair_of_sources()
    {
        string nine = SmallCorpus.Prepare(
            from gloss in Enumerable.Range(0, 9)
            from signer in Enumerable.Range(0, 3)
            from take in Enumerable.Range(0, 6)
            let puppet = new Puppet { Speed = 0.08f * (gloss + 1), Frames = 24 + take + signer }
            select ($"{gloss}/{signer}-{take}", $"gloss {gloss}", $"signer {signer}", puppet.Sign()));
        string answer = await CliRun.RunSuccessfullyAsync(
            ["benchmark", "enrollment", nine, "--sources", SourcesFile(), "--config", ConfigFile(), "--out", folder.At("enrollment.json")]);

        Assert.Contains("enrolled by one source, tested on another", answer, StringComparison.Ordinal);
        Assert.Contains("\"from\": \"first\"", File.ReadAllText(folder.At("enrollment.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Left_out_signers_are_recognized_live_and_shown_on_pages()
    {
        string answer = await CliRun.RunSuccessfullyAsync(
            ["crossvalidate", data, "--out", folder.At("folds"), "--config", ConfigFile(), "--seeds", "1", "--streams"]);

        Assert.Contains("│ joined, 12 frames/s", answer, StringComparison.Ordinal);
        string[] pages = Directory.GetFiles(folder.At("folds/streams"));
        Assert.Equal(3 * 4 * 3, pages.Length); // signers, frame rates, one cut and two joined streams
        Assert.All(pages, page => Assert.Contains("the signs in the stream", File.ReadAllText(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_few_words_are_an_error_of_the_user()
    {
        string sources = folder.Write("one.csv", "signer,source,language,half,ships\nsigner 0,first,confirmed,choose,yes\n"
            + "signer 1,second,confirmed,choose,no\nsigner 2,third,confirmed,report,no\n");
        CliRun run = await CliRun.RunAsync(
            ["benchmark", "enrollment", data, "--sources", sources, "--config", ConfigFile(), "--out", folder.At("enrollment.json")]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("at least 2 training sources must have a word", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_takes_to_enroll_are_an_error_of_the_user()
    {
        CliRun run = await CliRun.RunAsync(
            ["benchmark", "enrollment", data, "--sources", SourcesFile(), "--config", ConfigFile(), "--out", folder.At("enrollment.json")]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("No source has five takes", run.Error, StringComparison.Ordinal);
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
        ["benchmark", "strangers", data, "--sources", SourcesFile(), "--config", ConfigFile(), "--out", folder.At("out"), .. more];

    private string SourcesFile() => folder.Write(
        "sources.csv",
        """
        signer,source,language,half,ships
        signer 0,first,confirmed,choose,yes
        signer 1,second,confirmed,choose,yes
        signer 2,third,unconfirmed,report,no
        """);

    private string ConfigFile() => folder.Write("config.json", Config);
}
