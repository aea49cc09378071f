using Hasta.Training.Data;

namespace Hasta.Training.Tests.Data;

public sealed class GaussianNoiseTests
{
    [Fact]
    public void Mean_deviation_and_tails_match_the_normal_distribution()
    {
        float[] values = Draw(1_000_001, seed: 5);

        Assert.InRange(values.Average(), -0.004, 0.004);
        Assert.InRange(values.Average(value => (double)value * value), 0.993, 1.007);
        Assert.InRange(values.Average(value => Math.Pow(value, 4)), 2.93, 3.07);
        Assert.InRange(values.Count(value => value > 1.6449) / 1e6, 0.0493, 0.0507);
        Assert.InRange(values.Count(value => value < -3) / 1e6, 0.0011, 0.0016);
        Assert.InRange(values.Max(Math.Abs), 4.2, 6);
    }

    [Fact]
    public void Neighbours_and_the_two_values_of_a_pair_are_uncorrelated()
    {
        float[] values = Draw(200_000, seed: 6);

        foreach (int lag in new[] { 1, 2, 4, 8, 16, 32 })
        {
            Assert.InRange(values.Skip(lag).Zip(values, (a, b) => a * b).Average(), -0.012, 0.012);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(110)]
    public void The_same_random_state_gives_the_same_numbers_and_any_count_is_filled(int count)
    {
        Assert.Equal(Draw(count, seed: 7), Draw(count, seed: 7));
        Assert.DoesNotContain(0f, Draw(count, seed: 7));
    }

    private static float[] Draw(int count, int seed)
    {
        float[] values = new float[count];
        GaussianNoise.Fill(values, new Random(seed));
        return values;
    }
}
