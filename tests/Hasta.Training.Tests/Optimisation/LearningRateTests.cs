using Hasta.Training.Optimisation;

namespace Hasta.Training.Tests.Optimisation;

public sealed class LearningRateTests
{
    private static readonly TrainingConfig Config = new() { LearningRate = 0.01, WarmupFraction = 0.2 };

    [Theory]
    [InlineData(0, 0.0005)]
    [InlineData(19, 0.01)]
    [InlineData(20, 0.01)]
    [InlineData(60, 0.005)]
    [InlineData(100, 0)]
    public void The_rate_rises_linearly_and_falls_as_a_cosine(int step, double expected) =>
        Assert.Equal(expected, LearningRate.At(Config, step, 100), 1e-9);
}
