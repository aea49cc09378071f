using Hasta.Tests.Models;
using Hasta.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Data;
using Hasta.Training.Memory;
using Hasta.Training.Optimisation;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using static TorchSharp.torch;

namespace Hasta.Tests.Training;

/// <summary>Runs cut off at random steps, without a chance to save anything, and gone on with. The seed stands in the message of a failure.</summary>
[Collection(TorchTurns.Name)]
[Trait("speed", "slow")]
public sealed class ResumedTrainingTests : IDisposable
{
    private static readonly LoadedClip[] Clips = SmallCorpus.Training(takes: 4);
    private static readonly TrainingInput Parts = new()
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
    public void A_run_cut_off_again_and_again_ends_bit_for_bit_as_an_undisturbed_one(string model) =>
        AssertSameAfterCuts(SmallCorpus.Config with { Model = SmallModels.Create(model), MicroBatch = 3 });

    [Fact]
    public void Early_stopping_counts_on_over_a_cut()
    {
        TrainingConfig stopping = SmallCorpus.Config with { Model = SmallModels.Create("landmarkMlp"), Epochs = 40, LearningRate = 1e-9, EmaDecay = 0, Patience = 0.1 };

        Assert.InRange(AssertSameAfterCuts(stopping), 5, 39);
    }

    [Fact]
    public void Computing_in_bfloat16_goes_on_exactly_too() =>
        AssertSameAfterCuts(SmallCorpus.Config with { Model = SmallModels.Create("convTransformer"), Precision = Precision.BFloat16 });

    [Fact]
    public void A_stop_loses_no_step()
    {
        using TrainingResult undisturbed = Train(SmallCorpus.Config, folder.At("undisturbed"), MemoryLimit.None);
        using var stop = new CancellationTokenSource();
        int parts = 0;
        var stopping = new MemoryLimit(long.MaxValue, () =>
        {
            if (++parts == 8)
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
    public void Smaller_parts_are_remembered()
    {
        string last = folder.At("last");
        int check = 0;
        var tight = new MemoryLimit(1, () => check++ < 2 ? 2 : check > 12 ? throw new CutOffException() : 0);
        Assert.Throws<CutOffException>(() => Train(SmallCorpus.Config, last, tight));

        using TrainingResult fit = Train(SmallCorpus.Config, last, MemoryLimit.None);

        Assert.All(fit.History, epoch => Assert.Equal(4, epoch.MicroBatch));
    }

    [Fact]
    public void A_finished_run_gone_on_with_stays_as_it_is()
    {
        string last = folder.At("last");
        using TrainingResult first = Train(SmallCorpus.Config, last, MemoryLimit.None);
        var record = new TrainingRecord();

        using TrainingResult again = Train(SmallCorpus.Config, last, MemoryLimit.None, record);

        Assert.Empty(record.Epochs);
        Assert.Equal(Numbers(first), Numbers(again));
        Assert.Equal(first.History, again.History);
    }

    /// <returns>Epochs.</returns>
    private int AssertSameAfterCuts(TrainingConfig config)
    {
        string note = $"seed {seed}";
        using TrainingResult undisturbed = Train(config, folder.At("undisturbed"), MemoryLimit.None);
        var random = new Random(seed);
        int cuts = 0;
        TrainingResult? fit = null;
        while (fit is null)
        {
            int parts = random.Next(1, 60);
            try
            {
                fit = Train(config, folder.At("cut"), new MemoryLimit(long.MaxValue, () => parts-- > 0 || cuts >= 4 ? 0 : throw new CutOffException()));
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
                Assert.True(File.ReadAllBytes(file).SequenceEqual(File.ReadAllBytes(folder.At("cut", Path.GetFileName(file)))), $"{file}, {note}");
            }

            return fit.History.Count;
        }
    }

    /// <summary>Saves after every second step, so that a cut loses some.</summary>
    private static TrainingResult Train(TrainingConfig config, string last, MemoryLimit memory, TrainingRecord? record = null, CancellationTokenSource? stop = null) =>
        new Trainer(config, CPU, NullLogger<Trainer>.Instance) { Last = new LastCheckpoint(last, TimeSpan.FromSeconds(2), new StepClock()), Memory = memory }
            .Train(Parts, record ?? new TrainingRecord(), stop?.Token ?? TestContext.Current.CancellationToken);

    private static EpochResult Untimed(EpochResult result) => result with { Seconds = 0, ClipsPerSecond = 0, Waiting = 0 };

    private static float[] Numbers(TrainingResult fit) =>
        [.. Weights.Collect(fit.Classifier).OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value.data<float>().ToArray())];

    /// <summary>Tells a second later each time it is asked.</summary>
    private sealed class StepClock : TimeProvider
    {
        private long seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => seconds++;
    }

    private sealed class CutOffException : Exception;
}
