using Hasta.Training.Evaluation.Metrics;

namespace Hasta.Training.Tests.Evaluation.Metrics;

public sealed class IntervalTests
{
    [Theory]
    [InlineData(0, 10, 0.0000, 0.2775)]
    [InlineData(5, 10, 0.2366, 0.7634)]
    [InlineData(10, 10, 0.7225, 1.0000)]
    [InlineData(81, 263, 0.2553, 0.3662)] // Newcombe 1998, Statistics in Medicine 17, table I, method 3.
    public void Wilson_intervals_match_the_published_figures(int hits, int count, double low, double high)
    {
        Interval interval = WilsonInterval.Compute(hits, count);

        Assert.Equal(low, interval.Low, 0.0001);
        Assert.Equal(high, interval.High, 0.0001);
    }

    [Fact]
    public void Differences_between_signers_widen_the_interval()
    {
        Interval byClip = WilsonInterval.Compute(160, 200);
        Interval byAlikeSigners = SignerBootstrap.Compute([(40, 50), (40, 50), (40, 50), (40, 50)]);
        Interval byUnlikeSigners = SignerBootstrap.Compute([(50, 50), (50, 50), (40, 50), (20, 50)]);

        Assert.True(byUnlikeSigners.Low < byClip.Low - 0.1);
        Assert.Equal(byClip.Low, byAlikeSigners.Low, 0.02);
        Assert.Equal(byUnlikeSigners, SignerBootstrap.Compute([(50, 50), (50, 50), (40, 50), (20, 50)]));
    }

    [Fact]
    public void A_perfect_result_does_not_claim_certainty() =>
        Assert.Equal(WilsonInterval.Compute(20, 20), SignerBootstrap.Compute([(10, 10), (10, 10)]));
}
