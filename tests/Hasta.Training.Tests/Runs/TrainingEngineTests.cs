using Hasta.Datasets;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Evaluation;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Runs;

/// <summary>All training landmarks come from one engine, which is stored with the model.</summary>
[Collection(TorchTurns.Name)]
public sealed class TrainingEngineTests
{
    private static readonly LandmarkEngineId WithFace = new LandmarkOptions().EngineId;
    private static readonly LandmarkEngineId WithoutFace = new LandmarkOptions { Parts = SignerParts.BodyAndHands }.EngineId;

    private readonly string data = SmallCorpus.Prepare(takes: 2);
    private readonly string output = Path.Combine(Directory.CreateTempSubdirectory("hasta-").FullName, "run");

    public TrainingEngineTests() => TorchDevice.Load();

    [Fact]
    public void A_manifest_with_two_engines_is_refused_and_both_are_named()
    {
        SetEngines(new LandmarkEngineId { Name = "landmark-array", Input = "12 fps 640x480" }, WithFace);

        var trained = Assert.Throws<BadFileException>(Train);
        var validated = Assert.Throws<BadFileException>(() =>
            Validation.Run(data, seeds: 1, new Progress<WorkProgress>(), TestContext.Current.CancellationToken));

        Assert.All([trained, validated], error =>
        {
            Assert.Contains("landmark-array", error.Message, StringComparison.Ordinal);
            Assert.Contains(WithoutFace.ToString(), error.Message, StringComparison.Ordinal);
        });
        Assert.False(Directory.Exists(output));
    }

    [Fact]
    public void A_trained_model_records_the_engine_of_its_landmarks_with_or_without_a_face()
    {
        SetEngines(WithoutFace, WithFace);

        Train();

        using Checkpoint checkpoint = Checkpoint.Load(output, CPU);
        Assert.Equal(WithoutFace, checkpoint.Config.Engine);
    }

    [Fact]
    public void A_refitted_model_records_the_engine_of_its_landmarks()
    {
        SetEngines(WithFace, WithFace);
        CrossValidation validation = Validation;
        validation.Run(data, seeds: 1, new Progress<WorkProgress>(), TestContext.Current.CancellationToken);

        validation.Refit(data, output, TestContext.Current.CancellationToken);

        using Checkpoint checkpoint = Checkpoint.Load(output, CPU);
        Assert.Equal(WithoutFace, checkpoint.Config.Engine);
    }

    private static CrossValidation Validation => new(SmallCorpus.Config with { Epochs = 1 }, CPU, NullLoggerFactory.Instance);

    private void Train() => new TrainingRun(new RunFolder(output), CPU, NullLoggerFactory.Instance).Run(
        new RunRequest
        {
            Data = data,
            Config = SmallCorpus.Config with { Epochs = 1 },
            Split = new SplitRequest { Protocol = SplitProtocol.Signer },
        },
        new Progress<WorkProgress>(),
        TestContext.Current.CancellationToken);

    /// <summary>Sets the engine of the first clip and that of all others.</summary>
    private void SetEngines(LandmarkEngineId first, LandmarkEngineId others) =>
        Manifest.Write(data, [.. Manifest.Read(data).Select((entry, i) => entry with { Engine = i == 0 ? first : others })]);
}
