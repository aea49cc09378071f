using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Npy;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.TestKit;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Models;
using static TorchSharp.torch;

namespace Hasta.Cli.Tests;

/// <summary>A model gets landmarks from the engine that it was trained on, or the user is warned.</summary>
[Collection(TorchTurns.Name)]
[Trait("speed", "slow")]
public sealed class EngineOfModelTests : IDisposable
{
    private readonly TempFolder folder = new();

    public EngineOfModelTests() => TorchDevice.Load();

    private static string Clip => SharedData.Path("asl24-videos", "eat", "6.mp4");

    [Fact]
    public async Task A_video_is_processed_with_the_engine_of_the_training_clips()
    {
        string model = Model(
            new LandmarkOptions { MaxHeight = 120, PoseModel = PoseModel.Lite, Parts = SignerParts.BodyAndHands }.EngineId);
        string[] options = ["--no-face", "--max-height", "120", "--pose-model", "lite"];
        await CliRun.RunSuccessfullyAsync(["landmarks", Clip, "--out", folder.At("same.pose"), .. options]);
        await CliRun.RunSuccessfullyAsync("landmarks", Clip, "--out", folder.At("other.pose"), "--no-face");

        CliRun video = await CliRun.RunAsync("recognize", "--model", model, Clip, "--json");

        Assert.Equal(("", 0), (video.Error, video.ExitCode));
        Assert.Equal(await Confidences(model, "same.pose"), CandidatesOf(video.Out));
        Assert.NotEqual(await Confidences(model, "other.pose"), CandidatesOf(video.Out));
    }

    [Fact]
    public async Task A_model_of_an_unavailable_engine_warns_once()
    {
        CliRun run = await CliRun.RunAsync(
            "recognize", "--model", Model(new LandmarkEngineId { Name = "hasta-holistic/1 models=0123" }), Clip, Clip);

        Assert.Equal(0, run.ExitCode);
        Assert.Single(run.Error.Split("another engine (hasta-holistic/1 models=0123)")[1..]);
    }

    [Fact]
    public async Task A_model_trained_on_arrays_of_unknown_engine_does_not_warn()
    {
        CliRun run = await CliRun.RunAsync("recognize", "--model", Model(new LandmarkEngineId { Name = LandmarkArray.EngineName }), Clip);

        Assert.Equal(("", 0), (run.Error, run.ExitCode));
    }

    [Fact]
    public async Task An_evaluation_on_landmarks_of_another_engine_warns()
    {
        string data = SmallCorpus.Prepare(takes: 1);

        CliRun other = await CliRun.RunAsync("evaluate", Model(new LandmarkOptions().EngineId), data);
        CliRun own = await CliRun.RunAsync("evaluate", Model(new LandmarkEngineId { Name = "puppet" }), data);
        CliRun unknown = await CliRun.RunAsync("evaluate", Model(null), data);

        Assert.Contains("another engine (puppet)", other.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("engine", own.Error + unknown.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (other.ExitCode, own.ExitCode, unknown.ExitCode));
    }

    public void Dispose() => folder.Dispose();

    private static string CandidatesOf(string line) => line[line.IndexOf("\"gloss\"", StringComparison.Ordinal)..];

    private async Task<string> Confidences(string model, string file) =>
        CandidatesOf(await CliRun.RunSuccessfullyAsync("recognize", "--model", model, folder.At(file), "--json"));

    private string Model(LandmarkEngineId? engine)
    {
        manual_seed(5);
        var model = new LandmarkMlpConfig { Width = 16 };
        var config = new CheckpointConfig
        {
            Model = model,
            Features = new FeatureConfig(),
            Extractor = FeatureExtractor.Name,
            Engine = engine,
        };
        string path = folder.At($"model-{Guid.NewGuid():N}");
        using var checkpoint = new Checkpoint(config, SmallCorpus.Vocabulary, Classifiers.Create(model, SmallCorpus.Vocabulary.Count));
        checkpoint.Save(path);
        return path;
    }
}
