using Hasta.Recognition.Features;
using Hasta.TestKit;
using Hasta.Training.Evaluation;

namespace Hasta.Training.Tests.Evaluation;

public sealed class NearestNeighbourTests
{
    [Fact]
    public void A_stretched_sequence_has_zero_distance()
    {
        float[] sequence = [0, 0, 1, 2, 3, 1];
        float[] slower = [0, 0, 0, 0, 1, 2, 1, 2, 3, 1];

        Assert.Equal(0, DynamicTimeWarping.Distance(sequence, slower, width: 2));
    }

    /// <summary>
    /// By hand: frames 0 2 against 1 1 1; the best path costs 1 for each frame of the longer sequence, divided by five frames in total.
    /// </summary>
    [Fact]
    public void Distance_is_the_cost_of_the_best_path_divided_by_the_frames_of_both() =>
        Assert.Equal(3 / 5.0, DynamicTimeWarping.Distance([0, 2], [1, 1, 1], width: 1), 1e-9);

    [Fact]
    public void A_bound_never_changes_a_distance_below_it()
    {
        var random = new Random(5);
        float[] a = [.. Enumerable.Range(0, 60).Select(_ => random.NextSingle())];
        float[] b = [.. Enumerable.Range(0, 90).Select(_ => random.NextSingle())];
        double exact = DynamicTimeWarping.Distance(a, b, width: 3);

        Assert.Equal(exact, DynamicTimeWarping.Distance(a, b, 3, exact * 1.001), 1e-12);
        Assert.Equal(double.PositiveInfinity, DynamicTimeWarping.Distance(a, b, 3, exact / 4));
    }

    [Fact]
    public void A_clip_gets_the_gloss_of_the_same_movement_at_another_speed()
    {
        NormalizedSequence Clip(float speed, int frames) =>
            new SequenceNormalizer(new FeatureConfig { MinFrames = frames, MaxFrames = frames })
                .Extract(new Puppet { Speed = speed }.Sign());
        var baseline = new NearestNeighbour([Clip(0.3f, 24), Clip(0.9f, 24)], ["slow", "fast"]);

        Assert.Equal(["fast", "slow"], baseline.Predict([Clip(0.9f, 40), Clip(0.3f, 36)]));
    }
}
