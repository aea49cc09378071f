using Hasta.Recognition.Features;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Data;
using Hasta.Training.Memory;

namespace Hasta.Training.Tests;

/// <summary>27 clips in batches of 8: three full batches and a last one of 3.</summary>
[Collection(TorchTurns.Name)]
public sealed class OptimizationStepTests
{
    /// <summary>Allows for sums of floats in another order, amplified by AdamW's division by small numbers.</summary>
    private const float Tolerance = 2e-5f;

    private static readonly TrainingConfig Config = SmallCorpus.Config with { Model = new MadeModel(), LearningRate = 1e-3 };

    public OptimizationStepTests() => TorchDevice.Load();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Micro_batches_give_the_gradient_of_the_batch_without_extra_optimiser_steps(int microBatch)
    {
        using StepBench whole = new StepBench(Config).Run();
        using StepBench divided = new StepBench(Config with { MicroBatch = microBatch }).Run();

        AssertClose(whole.Numbers, divided.Numbers);
        Assert.Equal(12, divided.Progress.Optimizer.Steps);
        Assert.Equal(whole.Rates, divided.Rates);
    }

    [Fact]
    public void A_step_that_runs_out_of_memory_is_retried_in_halves_with_the_result_of_an_undisturbed_run()
    {
        int seed = Environment.TickCount;
        int failing = new Random(seed).Next(12);
        int pass = 0;
        int clips = 0;
        var model = new MadeModel
        {
            Fails = count =>
            {
                clips += pass == failing ? 0 : count;
                return pass++ == failing;
            },
        };

        using StepBench undisturbed = new StepBench(Config).Run();
        using StepBench disturbed = new StepBench(Config with { Model = model }).Run();

        AssertClose(undisturbed.Numbers, disturbed.Numbers, $"seed {seed}");
        Assert.Equal(3 * 27, clips);
        Assert.Equal(failing % 4 == 3 ? 1 : 4, disturbed.Progress.MicroBatch);
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(5, 4)]
    [InlineData(3, 2)]
    [InlineData(1, 1)]
    public void Micro_batches_get_no_smaller_than_necessary(int limit, int microBatch)
    {
        using StepBench bench = new StepBench(Config with { Model = new MadeModel { Fails = clips => clips > limit } });
        if (limit == 8)
        {
            microBatch = int.MaxValue;
        }

        Assert.Equal(microBatch, bench.Run().Progress.MicroBatch);
    }

    [Theory]
    [InlineData(1, new[] { 8, 4, 2, 1 })]
    [InlineData(2, new[] { 8, 4, 2 })]
    [InlineData(3, new[] { 8, 4 })]
    public void Too_little_memory_for_the_minimum_of_clips_is_an_error_and_not_an_endless_loop(int minClips, int[] tried)
    {
        var requested = new List<int>();
        using var bench = new StepBench(Config with
        {
            Model = new MadeModel
            {
                MinClips = minClips,
                Fails = clips =>
                {
                    requested.Add(clips);
                    return true;
                },
            },
        });
        float[] before = bench.Numbers;

        string message = Assert.Throws<MemoryLimitException>(() => bench.Run()).Message;

        Assert.Contains("--memory-limit", message, StringComparison.Ordinal);
        Assert.Equal(tried, requested);
        Assert.Equal(before, bench.Numbers);
    }

    [Fact]
    public void Other_errors_are_not_mistaken_for_a_lack_of_memory()
    {
        using var bench = new StepBench(Config, new MemoryLimit(0, () => throw new InvalidOperationException("a bug")));

        Assert.Equal("a bug", Assert.Throws<InvalidOperationException>(() => bench.Run()).Message);
    }

    /// <summary>
    /// Batch norm and dropout depend on the micro-batches: a run whose step failed in its second micro-batch equals, bit for bit,
    /// one that had the smaller micro-batches from the start.
    /// </summary>
    [Theory]
    [MemberData(nameof(SmallModels.Names), MemberType = typeof(SmallModels))]
    public void A_failed_step_leaves_no_trace(string model)
    {
        TrainingConfig config = SmallCorpus.Config with { Model = SmallModels.Create(model), BatchSize = 16, MicroBatch = 8 };
        int check = 0;
        var once = new MemoryLimit(1, () => check++ is 1 or 2 ? 2 : 0); // the second micro-batch, and again after memory was released

        using StepBench disturbed = new StepBench(config, once).Run();
        using StepBench smaller = new StepBench(config with { MicroBatch = 4 }).Run();

        Assert.Equal(4, disturbed.Progress.MicroBatch);
        Assert.Equal(smaller.Numbers, disturbed.Numbers);
    }

    [Fact]
    public void A_diverged_loss_is_an_error_that_names_step_rate_and_last_checkpoint_and_changes_no_weight()
    {
        LoadedClip far = StepBench.Clips[0] with { Body = Enlarged(StepBench.Clips[0].Body, 1e4f) };
        var config = Config with { BatchSize = 2, MicroBatch = 1 };
        using var bench = new StepBench(config);
        float[] before = bench.Numbers;
        var stepper = new OptimizationStep(
            config,
            TorchSharp.torch.CPU,
            bench.Progress,
            Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance)
        {
            Memory = MemoryLimit.None,
            Steps = 100,
            StepsPerEpoch = 1,
            Glosses = 3,
        };
        var batch = new TrainingBatch(
            FeatureBatch.From([FeatureExtractor.Extract(far.Body), FeatureExtractor.Extract(far.Body)], TorchSharp.torch.CPU),
            [0, 1]);

        string message = Assert.Throws<TrainingDivergedException>(() => stepper.Step(batch, "run/last")).Message;

        Assert.Contains("step 1 of epoch 1", message, StringComparison.Ordinal);
        Assert.Contains("learning rate 6.67e-05", message, StringComparison.Ordinal);
        Assert.Contains("run/last", message, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", message, StringComparison.Ordinal);
        Assert.Equal(before, bench.Numbers);
    }

    private static NormalizedSequence Enlarged(NormalizedSequence body, float factor)
    {
        NormalizedSequence large = body.Copy();
        foreach (ref System.Numerics.Vector2 point in large.All)
        {
            point *= factor;
        }

        return large;
    }

    private static void AssertClose(float[] expected, float[] actual, string note = "")
    {
        float furthest = expected.Zip(actual).Max(pair => Math.Abs(pair.First - pair.Second));
        Assert.True(furthest <= Tolerance, $"{furthest} apart {note}");
    }
}
