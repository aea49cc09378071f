using System.Security.Cryptography;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Recognition.Models;
using Hasta.TestKit;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Models;
using Hasta.Training.Runs;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Runs;

[Collection(TorchTurns.Name)]
public sealed class LastCheckpointTests : IDisposable
{
    private readonly TempFolder folder = new();

    public LastCheckpointTests() => TorchDevice.Load();

    private string Last => folder.At("last");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("weights.safetensors")]
    [InlineData("average.safetensors")]
    [InlineData("optimizer.safetensors")]
    [InlineData("best.safetensors")]
    public void A_file_that_is_damaged_missing_or_from_another_checkpoint_is_refused_by_name(string file)
    {
        Save("last", seed: 1);
        Save("other", seed: 2);
        string path = Path.Combine(Last, file);
        byte[] whole = File.ReadAllBytes(path);
        byte[] flipped = [.. whole];
        flipped[^1] ^= 1;
        byte[][] damaged = [flipped, whole[..^1], whole[..20], [], File.ReadAllBytes(folder.At("other", file))];
        foreach (byte[] bytes in damaged)
        {
            File.WriteAllBytes(path, bytes);
            Assert.Contains(path, Assert.Throws<BadFileException>(() => Restore("run")).Message);
        }

        File.Delete(path);
        Assert.Contains("missing", Assert.Throws<BadFileException>(() => Restore("run")).Message);

        File.WriteAllBytes(path, whole);
        Assert.True(Restore("run"));
    }

    [Fact]
    public void Sizes_that_do_not_match_the_weights_are_refused_before_a_network_is_created()
    {
        Save("last", seed: 1);
        var huge = new ConvTransformerConfig { Width = 4096, Heads = 1, Stages = 32, ConvBlocks = 32 };

        var error = Assert.Throws<BadFileException>(() =>
            new LastCheckpoint(Last, TimeSpan.Zero, TimeProvider.System).RequireFileSize(huge, glosses: 2));

        Assert.Contains("weights.safetensors", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_of_another_run_is_refused()
    {
        Save("last", seed: 1);

        Assert.Contains("other settings or other clips", Assert.Throws<BadFileException>(() => Restore("another run")).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"run\": \"run\"}")]
    [InlineData("{\"run\": \"run\", \"epoc")]
    public void A_corrupt_state_file_is_refused_by_name(string text)
    {
        Save("last", seed: 1);
        File.WriteAllText(Path.Combine(Last, "state.json"), text);

        Assert.Contains("state.json", Assert.Throws<BadFileException>(() => Restore("run")).Message);
    }

    [Fact]
    public void Weights_that_are_not_finite_are_refused()
    {
        Save("last", seed: 1, scale: float.NaN);

        Assert.Contains("not finite", Assert.Throws<BadFileException>(() => Restore("run")).Message);
    }

    [Fact]
    public void A_failed_save_leaves_the_previous_checkpoint_and_no_temporary_files()
    {
        Save("last", seed: 1);
        string before = Hash();
        using TrainingState broken = Progress(seed: 2);
        broken.Optimizer.Moments.Values.First().Dispose(); // cannot be saved after this

        Assert.ThrowsAny<Exception>(() => new LastCheckpoint(Last, TimeSpan.Zero, TimeProvider.System).Save(broken, "run"));

        Assert.Equal(before, Hash());
        Assert.Equal([Last], Directory.GetDirectories(folder.Path));
        Assert.True(Restore("run"));
    }

    [Fact]
    public void A_kill_between_the_two_renames_leaves_the_previous_checkpoint()
    {
        Save("last", seed: 1);
        Directory.Move(Last, AtomicFolder.Previous(Last));
        Directory.CreateDirectory(Last + ".partial");

        Assert.True(Restore("run"));
    }

    [Fact]
    public void A_missing_checkpoint_is_a_fresh_start() => Assert.False(Restore("run"));

    private static TrainingState Progress(int seed) => new(
        new TrainingInput { Vocabulary = SmallCorpus.Vocabulary, Train = StepBench.Clips, Validation = [.. StepBench.Clips.Take(2)] },
        SmallCorpus.Config with { Seed = seed },
        CPU);

    private void Save(string name, int seed, float scale = 1)
    {
        using TrainingState progress = Progress(seed);
        progress.Best.Update(
            new EpochResult { Epoch = 1, TrainLoss = 1, LearningRate = 1, Seconds = 1, ClipsPerSecond = 1, Waiting = 0, MicroBatch = 8 });
        using (no_grad())
        {
            foreach (Tensor moment in progress.Optimizer.Moments.Values)
            {
                moment.fill_(seed);
            }

            foreach (Tensor weight in Weights.Collect(progress.Classifier).Values)
            {
                weight.mul_(scale);
            }
        }

        new LastCheckpoint(folder.At(name), TimeSpan.Zero, TimeProvider.System).Save(progress, "run");
        progress.Average.Dispose();
    }

    private bool Restore(string run)
    {
        using TrainingState progress = Progress(seed: 3);
        using Classifier average = progress.Average;
        return new LastCheckpoint(Last, TimeSpan.Zero, TimeProvider.System).Restore(progress, run);
    }

    private string Hash() => string.Join(
        '\n',
        Directory.GetFiles(Last)
            .Order(StringComparer.Ordinal)
            .Select(path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))));
}
