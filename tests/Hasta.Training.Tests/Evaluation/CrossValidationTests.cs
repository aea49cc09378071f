using Hasta.Datasets;
using Hasta.Datasets.Leakage;
using Hasta.Landmarks;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Evaluation;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Evaluation;

[Collection(TorchTurns.Name)]
public sealed class CrossValidationTests
{
    public CrossValidationTests() => TorchDevice.Load();

    [Fact]
    public void Each_signer_is_left_out_once_per_seed_and_a_refit_saves_a_calibrated_model()
    {
        string data = SmallCorpus.Prepare(takes: 3);
        string output = Directory.CreateTempSubdirectory("hasta-").FullName;
        var validation = new CrossValidation(SmallCorpus.Config with { Epochs = 16 }, CPU, NullLoggerFactory.Instance);

        CrossValidationResult result = validation.Run(data, seeds: 2, new Progress<WorkProgress>(), TestContext.Current.CancellationToken);
        validation.Refit(data, output, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["signer 0/1", "signer 0/2", "signer 1/1", "signer 1/2", "signer 2/1", "signer 2/2"],
            result.Folds.Select(fold => $"{fold.Signer}/{fold.Seed}").Order());
        Assert.All(result.Folds, fold => Assert.Equal(9, fold.Clips));
        Assert.True(result.Top1 > 0.8, string.Join("; ", result.Folds));
        using Checkpoint checkpoint = Checkpoint.Load(output, CPU);
        Assert.InRange(checkpoint.Config.UnsureBelow, 0.01, 1);
    }

    [Fact]
    public void One_recording_under_two_signers_is_refused()
    {
        string data = SmallCorpus.Prepare(takes: 1);
        Manifest.Write(
            data,
            Manifest.Read(data).Select(entry => entry with { PoseSha256 = entry.Gloss == "slow" ? "same" : entry.PoseSha256 }));
        var validation = new CrossValidation(SmallCorpus.Config, CPU, NullLoggerFactory.Instance);

        var error = Assert.Throws<LeakException>(() =>
            validation.Run(data, seeds: 1, new Progress<WorkProgress>(), TestContext.Current.CancellationToken));

        Assert.Contains("signer 0 (as slow/0-0) and signer 1 (as slow/1-0)", error.Message, StringComparison.Ordinal);
    }
}
