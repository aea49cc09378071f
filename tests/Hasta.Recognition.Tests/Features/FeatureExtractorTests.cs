using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Recognition.Features;
using Hasta.TestKit;

namespace Hasta.Recognition.Tests.Features;

public sealed class FeatureExtractorTests
{
    private static readonly SequenceNormalizer Bodies = new(new FeatureConfig());

    [Fact]
    public void A_frame_has_638_features_and_none_is_constant()
    {
        FeatureSequence features = Extract(new Puppet { SeesHand = (time, right) => time % (right ? 5 : 7) != 3 }.Sign());

        Assert.Equal(638, FeatureExtractor.Count);
        for (int feature = 0; feature < FeatureExtractor.Count; feature++)
        {
            Assert.True(
                Enumerable.Range(0, features.FrameCount)
                    .Select(time => features.Values[(time * FeatureExtractor.Count) + feature])
                    .Distinct()
                    .Count() > 1,
                $"feature {feature} never changes");
        }
    }

    [Fact]
    public void Live_frames_and_the_recorded_clip_have_the_same_features()
    {
        LandmarkSequence live = new Puppet { SeesHand = (time, right) => right || time > 4, SeesBody = time => time != 6 }.Sign();
        string file = Path.Combine(Directory.CreateTempSubdirectory("hasta-").FullName, "clip.pose");
        PoseFile.Write(file, live);

        Assert.Equal(Extract(live).Values, Extract(PoseFile.Read(file)).Values);
    }

    [Fact]
    public void A_hand_that_is_never_seen_is_masked_and_has_zero_features()
    {
        float[] rightHandOnly = Extract(new Puppet { SeesHand = (_, right) => right }.Sign()).Values;
        float[] bothHands = Extract(new Puppet().Sign()).Values;

        int mask = FeatureExtractor.Count - 2;
        Assert.All(Enumerable.Range(0, 30), time => Assert.Equal(0, rightHandOnly[(time * FeatureExtractor.Count) + mask]));
        Assert.All(Enumerable.Range(0, 30), time => Assert.Equal(1, bothHands[(time * FeatureExtractor.Count) + mask]));
        Assert.All(HandFeatures(BodyPoints.LeftHand), feature => Assert.Equal(0, rightHandOnly[(7 * FeatureExtractor.Count) + feature]));
    }

    [Fact]
    public void A_frame_without_a_hand_has_zero_features_for_it()
    {
        // The left hand signs, so the features are mirrored: the lost hand is on the left.
        float[] gap = Extract(new Puppet { SeesHand = (time, right) => !right || time is < 10 or > 13 }.Sign()).Values;
        float[] whole = Extract(new Puppet().Sign()).Values;
        Range seenFrame = (9 * FeatureExtractor.Count)..((9 * FeatureExtractor.Count) + (2 * BodyPoints.Count));

        Assert.All(HandFeatures(BodyPoints.LeftHand), feature => Assert.Equal(0, gap[(11 * FeatureExtractor.Count) + feature]));
        Assert.Equal(whole[seenFrame], gap[seenFrame]);
    }

    [Fact]
    public void Hand_shape_does_not_depend_on_position_or_size_of_the_hand()
    {
        NormalizedSequence body = Bodies.Extract(new Puppet().Sign());
        NormalizedSequence moved = body.Copy();
        for (int i = 0; i < moved.All.Length; i++)
        {
            if (i % BodyPoints.Count >= BodyPoints.RightHand)
            {
                moved.All[i] = (0.7f * moved.All[i]) + new System.Numerics.Vector2(0.7f, -0.2f);
            }
        }

        float[] expected = FeatureExtractor.Extract(body).Values;
        float[] actual = FeatureExtractor.Extract(moved).Values;
        const int Shape = 2 * BodyPoints.Count;
        Assert.All(Enumerable.Range(Shape, 80), feature => Assert.Equal(expected[feature], actual[feature], 1e-4f));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_sign_made_with_the_other_hand_or_in_a_mirrored_clip_has_the_same_features(bool right)
    {
        NormalizedSequence body = Bodies.Extract(new Puppet { SeesHand = (time, isRight) => isRight == right || time > 20 }.Sign());

        float[] straight = FeatureExtractor.Extract(body).Values;
        float[] mirrored = FeatureExtractor.Extract(body.Mirror()).Values;

        Assert.Equal(straight, mirrored);
    }

    [Fact]
    public void The_hand_that_moves_more_is_the_signing_hand_if_both_are_seen()
    {
        NormalizedSequence body = Bodies.Extract(new Puppet().Sign());

        float[] features = FeatureExtractor.Extract(body).Values;

        Assert.Equal(-body.Frame(7)[BodyPoints.LeftHand].X, features[(7 * FeatureExtractor.Count) + (2 * BodyPoints.RightHand)]);
    }

    private static FeatureSequence Extract(LandmarkSequence clip) => FeatureExtractor.Extract(Bodies.Extract(clip));

    /// <summary>The indices of a hand's landmarks among the position features.</summary>
    private static IEnumerable<int> HandFeatures(int hand) => Enumerable.Range(2 * hand, 2 * LandmarkLayout.HandCount);
}
