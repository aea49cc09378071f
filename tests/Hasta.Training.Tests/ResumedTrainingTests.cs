using Hasta.TestKit;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Data;
using Hasta.Training.Memory;
using Hasta.Training.Optimisation;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Hasta.Training.Tests;

/// <summary>
/// Runs that are interrupted at random steps, without a chance to save anything, and then resumed. A failure message contains the seed.
/// </summary>
[Collection(TorchTurns.Name)]
[Trait("speed", "slow")]
public sealed class ResumedTrainingTests : IDisposable
{
    private static readonly LoadedClip[] Clips = SmallCorpus.Training(takes: 4);
    private static readonly TrainingInput Input = new()
    {
        Vocabulary = SmallCorpus.Vocabulary,
        Train = [.. Clips.Where(clip => clip.Signer != "signer 2")],
        Validation = [.. Clips.Where(clip => clip.Signer == "signer 2")],
    };

    private readonly TempFolder folder = new();
    private readonly int seed = Environment.TickCount;

    public ResumedTrainingTests() => TorchDevice.Load();

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(SmallModels.Names), MemberType = typeof(SmallModels))]
    public void A_repeatedly_interrupted_run_ends_bit_for_bit_like_an_undisturbed_one(string model) =>
        AssertSameAfterInterruptions(SmallCorpus.Config with { Model = SmallModels.Create(model), MicroBatch = 3 });

    [Fact]
    public void Early_stopping_continues_counting_after_an_interruption()
    {
        TrainingConfig stopping = SmallCorpus.Config with
        {
            Model = SmallModels.Create("landmarkMlp"),
            Epochs = 40,
            LearningRate = 1e-9,
            EmaDecay = 0,
            Patience = 0.1,
        };

        Assert.InRange(AssertSameAfterInterruptions(stopping), 5, 39);
    }

    [Fact]
    public void Training_in_bfloat16_also_resumes_exactly() =>
        AssertSameAfterInterruptions(
            SmallCorpus.Config with { Model = SmallModels.Create("convTransformer"), Precision = Precision.BFloat16 });

    [Fact]
    public void A_cancelled_run_loses_no_step()
    {
        using TrainingResult undisturbed = Train(SmallCorpus.Config, folder.At("undisturbed"), MemoryLimit.None);
        using var stop = new CancellationTokenSource();
        int passes = 0;
        var stopping = new MemoryLimit(long.MaxValue, () =>
        {
            if (++passes == 8)
            {
                stop.Cancel();
            }

            return 0;
        });
        Assert.Throws<OperationCanceledException>(() => Train(SmallCorpus.Config, folder.At("cut"), stopping, stop: stop));

        int rest = 0;
        using TrainingResult fit = Train(SmallCorpus.Config, folder.At("cut"), new MemoryLimit(long.MaxValue, () => rest++ < 0 ? 1 : 0));

        Assert.Equal(Numbers(undisturbed), Numbers(fit));
        Assert.Equal((6 * 3) - 8, rest);
    }

    [Fact]
    public void A_reduced_micro_batch_is_remembered()
    {
        string last = folder.At("last");
        int check = 0;
        var tight = new MemoryLimit(1, () => check++ < 2 ? 2 : check > 12 ? throw new CutOffException() : 0);
        Assert.Throws<CutOffException>(() => Train(SmallCorpus.Config, last, tight));

        using TrainingResult fit = Train(SmallCorpus.Config, last, MemoryLimit.None);

        Assert.All(fit.History, epoch => Assert.Equal(4, epoch.MicroBatch));
    }

    [Fact]
    public void Resuming_a_finished_run_changes_nothing()
    {
        string last = folder.At("last");
        using TrainingResult first = Train(SmallCorpus.Config, last, MemoryLimit.None);
        var record = new TrainingRecord();

        using TrainingResult again = Train(SmallCorpus.Config, last, MemoryLimit.None, record);

        Assert.Empty(record.Epochs);
        Assert.Equal(Numbers(first), Numbers(again));
        Assert.Equal(first.History, again.History);
    }

    /// <returns>The number of epochs.</returns>
    private int AssertSameAfterInterruptions(TrainingConfig config)
    {
        string note = $"seed {seed}";
        using TrainingResult undisturbed = Train(config, folder.At("undisturbed"), MemoryLimit.None);
        var random = new Random(seed);
        int cuts = 0;
        TrainingResult? fit = null;
        while (fit is null)
        {
            int passes = random.Next(1, 60);
            try
            {
                fit = Train(
                    config,
                    folder.At("cut"),
                    new MemoryLimit(long.MaxValue, () => passes-- > 0 || cuts >= 4 ? 0 : throw new CutOffException()));
            }
            catch (CutOffException)
            {
                cuts++;
            }
        }

        using (fit)
        {
            Assert.True(Numbers(undisturbed).SequenceEqual(Numbers(fit)), $"other weights after {cuts} cuts, {note}");
            Assert.Equal(undisturbed.BestEpoch, fit.BestEpoch);
            Assert.Equal(undisturbed.History.Select(Untimed), fit.History.Select(Untimed));
            foreach (string file in Directory.GetFiles(folder.At("undisturbed"), "*.safetensors"))
            {
                Assert.True(
                    File.ReadAllBytes(file).SequenceEqual(File.ReadAllBytes(folder.At("cut", Path.GetFileName(file)))),
                    $"{file}, {note}");
            }

            return fit.History.Count;
        }
    }

    /// <summary>Saves after every second step, so an interruption loses some.</summary>
    private static TrainingResult Train(
        TrainingConfig config,
        string last,
        MemoryLimit memory,
        TrainingRecord? record = null,
        CancellationTokenSource? stop = null) =>
        new Trainer(config, CPU, NullLogger<Trainer>.Instance)
        {
            Last = new LastCheckpoint(last, TimeSpan.FromSeconds(2), new StepClock()),
            Memory = memory,
        }.Train(Input, record ?? new TrainingRecord(), stop?.Token ?? TestContext.Current.CancellationToken);

    private static EpochResult Untimed(EpochResult result) => result with { Seconds = 0, ClipsPerSecond = 0, Waiting = 0 };

    private static float[] Numbers(TrainingResult fit) =>
    [
        .. Weights.Collect(fit.Classifier)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => pair.Value.data<float>().ToArray()),
    ];

    /// <summary>Advances by one second with every call.</summary>
    private sealed class StepClock : TimeProvider
    {
        private long seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => seconds++;
    }

    private sealed class CutOffException : Exception;
}
