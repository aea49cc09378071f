using System.Numerics;
using Hasta.Recognition.Features;
using Hasta.TestKit;
using Hasta.Training.Data;

namespace Hasta.Training.Tests.Data;

public sealed class SameClassMixupTests
{
    private static readonly SequenceNormalizer Bodies = new(new FeatureConfig());

    [Fact]
    public void A_blend_interpolates_between_its_clips()
    {
        NormalizedSequence clip = Bodies.Extract(new Puppet().Sign());
        NormalizedSequence other = Bodies.Extract(new Puppet { Speed = 0.3f, ShoulderWidth = 140 }.Sign());

        NormalizedSequence blend = SameClassMixup.Mix(clip, other, 0.25f);

        Assert.All(
            Enumerable.Range(0, clip.All.Length),
            i => Assert.Equal(0, Vector2.Distance(Vector2.Lerp(clip.All[i], other.All[i], 0.25f), blend.All[i]), 1e-5f));
    }

    [Fact]
    public void A_clip_signed_with_the_other_hand_is_mirrored_first()
    {
        NormalizedSequence clip = Bodies.Extract(new Puppet().Sign());

        NormalizedSequence blend = SameClassMixup.Mix(clip, clip.Mirror(), 0.4f);

        Assert.All(Enumerable.Range(0, clip.All.Length), i => Assert.Equal(0, Vector2.Distance(clip.All[i], blend.All[i]), 1e-6f));
    }

    [Fact]
    public void A_hand_that_only_one_clip_shows_is_unchanged()
    {
        NormalizedSequence clip = Bodies.Extract(new Puppet().Sign());
        NormalizedSequence other = Bodies.Extract(new Puppet { Speed = 0.5f, SeesHand = (_, right) => !right }.Sign());

        NormalizedSequence blend = SameClassMixup.Mix(clip, other, 0.4f);

        Assert.Equal(clip.Frame(9)[BodyPoints.RightHand..].ToArray(), blend.Frame(9)[BodyPoints.RightHand..].ToArray());
        Assert.NotEqual(clip.Frame(9)[BodyPoints.LeftHand], blend.Frame(9)[BodyPoints.LeftHand]);
    }

    [Fact]
    public void The_two_clips_are_unchanged()
    {
        NormalizedSequence clip = Bodies.Extract(new Puppet().Sign());
        NormalizedSequence other = Bodies.Extract(new Puppet { Speed = 0.4f, Frames = 40 }.Sign());
        Vector2[] before = clip.All.ToArray(), otherBefore = other.All.ToArray();

        SameClassMixup.Mix(clip, other, 0.4f);

        Assert.Equal(before, clip.All.ToArray());
        Assert.Equal(otherBefore, other.All.ToArray());
    }
}
