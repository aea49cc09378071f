using System.Numerics;
using Hasta.Landmarks;
using Hasta.Recognition.Features;
using Hasta.TestKit;

namespace Hasta.Recognition.Tests.Features;

public sealed class SwappedHandsTests
{
    private static readonly SequenceNormalizer Normalizer = new(new FeatureConfig());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Hands_that_are_called_by_the_other_name_give_the_same_clip(bool seesLeft)
    {
        LandmarkSequence sign = new Puppet { SeesHand = (time, right) => (right || seesLeft) && time != 12 }.Sign();
        LandmarkSequence clip = sign with { Frames = [.. sign.Frames.Select(JoinWrists)] };
        NormalizedSequence expected = Normalizer.Extract(clip);

        NormalizedSequence swapped = Normalizer.Extract(clip with { Frames = [.. clip.Frames.Select(Swap)] });

        Assert.Equal(expected.All.ToArray(), swapped.All.ToArray());
        Assert.Equal(expected.Seen(Side.Left).ToArray(), swapped.Seen(Side.Left).ToArray());
        Assert.Equal(expected.Seen(Side.Right).ToArray(), swapped.Seen(Side.Right).ToArray());
    }

    [Fact]
    public void Hands_that_touch_keep_their_names()
    {
        var tracks = new Vector2[5 * BodyPoints.Count];
        for (int time = 0; time < 5; time++)
        {
            Span<Vector2> points = tracks.AsSpan(time * BodyPoints.Count, BodyPoints.Count);
            points[BodyPoints.LeftWrist] = new Vector2(0.1f, 1);
            points[BodyPoints.RightWrist] = new Vector2(-0.1f, 1);
            points.Slice(BodyPoints.LeftHand, LandmarkLayout.HandCount).Fill(new Vector2(-0.02f, 1));
            points.Slice(BodyPoints.RightHand, LandmarkLayout.HandCount).Fill(new Vector2(0.02f, 1));
        }

        Vector2[] before = [.. tracks];
        SwappedHands.Correct(tracks, new bool[5].Select(_ => true).ToArray(), new bool[5].Select(_ => true).ToArray());

        Assert.Equal(before, tracks);
    }

    /// <summary>The arms of the puppet end somewhere else.</summary>
    private static LandmarkFrame JoinWrists(LandmarkFrame frame)
    {
        Landmark[] landmarks = frame.All.ToArray();
        landmarks[LandmarkLayout.LeftWrist] = frame.LeftHand[0].IsMissing ? new Landmark(360, 330, 0, 1) : frame.LeftHand[0];
        landmarks[LandmarkLayout.RightWrist] = frame.RightHand[0].IsMissing ? new Landmark(250, 260, 0, 1) : frame.RightHand[0];
        return new LandmarkFrame(frame.Time, landmarks);
    }

    private static LandmarkFrame Swap(LandmarkFrame frame)
    {
        Landmark[] landmarks = frame.All.ToArray();
        frame.LeftHand.CopyTo(landmarks.AsSpan(LandmarkLayout.RightHandStart));
        frame.RightHand.CopyTo(landmarks.AsSpan(LandmarkLayout.LeftHandStart));
        return new LandmarkFrame(frame.Time, landmarks);
    }
}
