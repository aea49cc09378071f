using Hasta.Landmarks;
using Hasta.Recognition.Features;
using Hasta.Recognition.References;
using Hasta.TestKit;

namespace Hasta.Recognition.Tests.References;

public sealed class SignAverageTests
{
    private static readonly SequenceNormalizer Normalizer = new(new FeatureConfig());

    [Fact]
    public void Takes_of_different_tempo_average_to_the_sign_they_share()
    {
        NormalizedSequence sign = Take(0.2f);

        NormalizedSequence average = SignAverage.Compute([("a", sign), ("a", Take(0.19f)), ("b", Take(0.21f)), ("c", Take(0.2f))])!;

        float apart = FrameAlignment.Align(sign, average).Cost;
        float other = FrameAlignment.Align(sign, Take(0.6f)).Cost;
        Assert.True(apart < 0.1f * other, $"{apart} from the sign, {other} from another sign");
    }

    [Fact]
    public void A_variant_of_one_signer_does_not_blur_the_average()
    {
        (string, NormalizedSequence)[] shared = [("a", Take(0.2f)), ("b", Take(0.21f)), ("c", Take(0.19f)), ("d", Take(0.2f))];

        NormalizedSequence average = SignAverage.Compute([.. shared, ("e", Take(1.5f)), ("e", Take(1.5f))])!;

        Assert.True(FrameAlignment.Align(Take(0.2f), average).Cost < 0.01f);
    }

    [Fact]
    public void Hands_keep_their_size()
    {
        NormalizedSequence average = SignAverage.Compute([("a", Take(0.2f)), ("b", Take(0.26f)), ("c", Take(0.15f))])!;

        Assert.InRange(HandShape.Size(average, Side.Right) / HandShape.Size(Take(0.2f), Side.Right), 0.85f, 1.15f);
    }

    [Fact]
    public void A_single_signer_has_no_average() => Assert.Null(SignAverage.Compute([("a", Take(0.2f)), ("a", Take(0.21f))]));

    [Fact]
    public void The_view_has_the_signer_in_its_middle_and_unseen_hands_are_missing()
    {
        NormalizedSequence left = Normalizer.Extract(new Puppet { SeesHand = (_, right) => right }.Sign());

        LandmarkSequence view = ReferenceView.ToLandmarks(left, 12);

        Landmark shoulder = view.Frames[0][LandmarkLayout.LeftShoulder];
        Landmark other = view.Frames[0][LandmarkLayout.RightShoulder];
        Assert.InRange((shoulder.X + other.X) / 2, 310, 330);
        Assert.All(view.Frames, frame => Assert.False(Landmark.AnySeen(frame.LeftHand)));
        Assert.All(view.Frames, frame => Assert.True(Landmark.AnySeen(frame.RightHand)));
        Assert.Equal(left.FrameCount, view.Frames.Count);
    }

    private static NormalizedSequence Take(float speed) => SigningHand.OnTheRight(Normalizer.Extract(new Puppet { Speed = speed }.Sign()));
}
