using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Optimisation;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Optimisation;

/// <summary>On the CPU; CUDA computes the same numbers, only faster.</summary>
[Collection(TorchTurns.Name)]
public sealed class HalfPrecisionTests
{
    public HalfPrecisionTests() => TorchDevice.Load();

    [Theory]
    [MemberData(nameof(SmallModels.Names), MemberType = typeof(SmallModels))]
    public void Weights_stay_float32_and_change_nearly_as_in_full_precision(string model)
    {
        TrainingConfig config = SmallCorpus.Config with { Model = SmallModels.Create(model), LearningRate = 1e-3, MaxGradientNorm = 1e9 };
        using var full = new StepBench(config);
        using var half = new StepBench(config with { Precision = Precision.BFloat16 });
        float[] start = full.Numbers;
        Assert.Equal(start, half.Numbers);

        full.Run(epochs: 1);
        half.Run(epochs: 1);

        Assert.All(Weights.Collect(half.Progress.Classifier).Values, weight => Assert.Equal(ScalarType.Float32, weight.dtype));
        double apart = Distance(full.Numbers, half.Numbers) / Distance(full.Numbers, start);
        Assert.InRange(apart, 1e-6, 0.35);
    }

    [Fact]
    public void Training_in_half_precision_learns()
    {
        using StepBench half = new StepBench(SmallCorpus.Config with { Precision = Precision.BFloat16 }).Run(epochs: 1);
        double first = half.Progress.LossSum;
        half.Progress.LossSum = 0;
        half.Run(epochs: 8);

        Assert.True(half.Progress.LossSum / 8 < 0.8 * first, $"{first} a step at first, {half.Progress.LossSum / 8} then");
    }

    private static double Distance(float[] a, float[] b) => Math.Sqrt(a.Zip(b).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));
}
