using System.Numerics;
using Hasta.Landmarks;
using Hasta.Recognition.Features;
using Hasta.TestKit;

namespace Hasta.Recognition.Tests.Features;

public sealed class UpperBodyGapsTests
{
    private static readonly SequenceNormalizer Extractor = new(new FeatureConfig());

    [Fact]
    public void A_sometimes_missing_landmark_is_interpolated_and_the_others_are_unchanged()
    {
        NormalizedSequence whole = Extractor.Extract(new Puppet().Sign());

        NormalizedSequence gaps = Extractor.Extract(
            Without((time, point) => point == LandmarkLayout.Nose && time is 0 or (> 10 and < 14) or 29));

        Assert.All(
            Enumerable.Range(0, 30),
            time => Assert.InRange(Vector2.Distance(whole.Frame(time)[BodyPoints.Nose], gaps.Frame(time)[BodyPoints.Nose]), 0, 0.06f));
        Assert.All(Enumerable.Range(0, 30), time => Assert.Equal(whole.Frame(time)[1..].ToArray(), gaps.Frame(time)[1..].ToArray()));
    }

    [Fact]
    public void A_wrist_that_is_never_seen_is_taken_from_the_hand()
    {
        NormalizedSequence body = Extractor.Extract(Without((_, point) => point == LandmarkLayout.LeftWrist));

        Assert.All(
            Enumerable.Range(0, 30),
            time => Assert.InRange(
                Vector2.Distance(body.Frame(time)[BodyPoints.LeftHand], body.Frame(time)[BodyPoints.LeftWrist]),
                0,
                1e-4f));
        Assert.Empty(UpperBodyGaps.NeverSeen(Without((_, point) => point == LandmarkLayout.LeftWrist)));
    }

    [Theory]
    [InlineData(LandmarkLayout.Nose)]
    [InlineData(LandmarkLayout.RightEar)]
    [InlineData(LandmarkLayout.LeftElbow)]
    public void Any_other_landmark_that_is_never_seen_gets_its_usual_position_and_is_named(int missing)
    {
        LandmarkSequence clip = Without((_, point) => point == missing);

        NormalizedSequence body = Extractor.Extract(clip);

        Assert.All(body.All.ToArray(), point => Assert.True(float.IsFinite(point.X + point.Y)));
        Assert.InRange(
            Vector2.Distance(body.Frame(3)[BodyPoints.UpperBody.ToList().IndexOf(missing)], body.Frame(3)[BodyPoints.LeftShoulder]),
            0.2f,
            1.5f);
        Assert.Equal([LandmarkLayout.PoseNames[missing]], UpperBodyGaps.NeverSeen(clip));
    }

    [Theory]
    [InlineData(LandmarkLayout.LeftShoulder, "LEFT_SHOULDER")]
    [InlineData(LandmarkLayout.RightShoulder, "RIGHT_SHOULDER")]
    public void A_body_without_a_shoulder_is_an_error_that_names_the_shoulder_and_not_the_camera(int missing, string name)
    {
        var error = Assert.Throws<NoBodyException>(() => Extractor.Extract(Without((_, point) => point == missing)));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("camera", error.Message, StringComparison.Ordinal);
    }

    private static LandmarkSequence Without(Func<int, int, bool> lacks)
    {
        LandmarkSequence whole = new Puppet().Sign();
        return whole with
        {
            Frames =
            [
                .. whole.Frames.Select((frame, time) =>
                    new LandmarkFrame(
                        frame.Time,
                        [.. frame.All.ToArray().Select((point, i) => lacks(time, i) ? Landmark.Missing : point)])),
            ],
        };
    }
}
