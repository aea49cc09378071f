using Hasta.Recognition.Features;
using Hasta.TestKit;
using Hasta.Training.Data;

namespace Hasta.Training.Tests.Data;

public sealed class LiveCutTests
{
    private static readonly NormalizedSequence Take =
        new SequenceNormalizer(new FeatureConfig()).Extract(RealTakes.Read("Hello", "abh_A", 3, 1)[0]);

    [Fact]
    public void A_cut_is_a_little_shorter_or_longer_than_the_take_and_finite()
    {
        NormalizedSequence[] cuts = [.. Enumerable.Range(0, 200).Select(seed => LiveCut.Apply(Take, null, new Random(seed)))];

        Assert.All(cuts, cut => Assert.InRange(cut.FrameCount, Take.FrameCount - 6, Take.FrameCount + 10));
        Assert.Contains(cuts, cut => cut.FrameCount < Take.FrameCount);
        Assert.Contains(cuts, cut => cut.FrameCount > Take.FrameCount + 4);
        Assert.All(cuts, cut => Assert.DoesNotContain(cut.All.ToArray(), point => !float.IsFinite(point.X + point.Y)));
    }

    [Fact]
    public void The_take_itself_is_not_changed()
    {
        var before = Take.All.ToArray();

        LiveCut.Apply(Take, Take.Mirror(), new Random(3));

        Assert.Equal(before, Take.All.ToArray());
    }

    [Fact]
    public void The_same_seed_gives_the_same_cut() =>
        Assert.Equal(LiveCut.Apply(Take, null, new Random(7)).All.ToArray(), LiveCut.Apply(Take, null, new Random(7)).All.ToArray());
}
