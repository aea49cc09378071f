using System.Numerics;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Recognition.Features;
using Hasta.TestKit;

namespace Hasta.Recognition.Tests.Features;

public sealed class SequenceNormalizerTests
{
    private static readonly SequenceNormalizer Extractor = new(new FeatureConfig());

    [Fact]
    public void The_signers_position_and_size_and_the_resolution_do_not_matter()
    {
        NormalizedSequence near = Extractor.Extract(new Puppet().Sign());
        NormalizedSequence far = Extractor.Extract(new Puppet { Place = new Vector2(1500, 700), ShoulderWidth = 47 }.Sign());

        AssertSame(near, far, 1e-4f);
    }

    [Fact]
    public void Mirrored_frames_result_in_the_mirrored_body()
    {
        LandmarkSequence clip = new Puppet { SeesHand = (time, right) => right || time > 9 }.Sign();

        AssertSame(Extractor.Extract(clip).Mirror(), Extractor.Extract(MirrorFrames(clip)), 1e-4f);
    }

    [Fact]
    public void Mirroring_twice_changes_nothing()
    {
        NormalizedSequence body = Extractor.Extract(new Puppet { SeesHand = (time, right) => right != time < 7 }.Sign());

        AssertSame(body, body.Mirror().Mirror(), 0);
        Assert.NotEqual(body.All.ToArray(), body.Mirror().All.ToArray());
    }

    [Theory]
    [InlineData(30, 12, 30)]
    [InlineData(30, 30, 24)]
    [InlineData(30, 5, 48)]
    [InlineData(300, 60, 48)]
    [InlineData(90, 30, 36)]
    [InlineData(2, 15, 24)]
    [InlineData(1, 25, 24)]
    [InlineData(30, double.NaN, 24)]
    [InlineData(30, 0, 48)]
    public void Any_length_and_declared_frame_rate_results_in_24_to_48_frames(int frames, double fps, int expected) =>
        Assert.Equal(expected, Extractor.Extract(new Puppet { Frames = frames, Fps = fps }.Sign()).FrameCount);

    [Fact]
    public void A_temporarily_lost_hand_is_interpolated_linearly_and_masked()
    {
        NormalizedSequence whole = Extractor.Extract(new Puppet().Sign());
        NormalizedSequence gap = Extractor.Extract(new Puppet { SeesHand = (time, right) => !right || time is < 10 or > 13 }.Sign());

        for (int time = 0; time < gap.FrameCount; time++)
        {
            Assert.True(gap.Seen(Side.Left)[time]);
            Assert.Equal(time is < 10 or > 13, gap.Seen(Side.Right)[time]);
        }

        Vector2 expected = Vector2.Lerp(whole.Frame(9)[BodyPoints.RightHand], whole.Frame(14)[BodyPoints.RightHand], 0.4f);
        Assert.True(Vector2.Distance(expected, gap.Frame(11)[BodyPoints.RightHand]) < 1e-5f);
    }

    [Fact]
    public void Frames_without_a_body_are_interpolated_from_their_neighbours()
    {
        NormalizedSequence body = Extractor.Extract(new Puppet { SeesBody = time => time % 3 != 1 }.Sign());

        Assert.True(float.IsFinite(body.All.ToArray().Sum(point => point.X + point.Y)));
        Assert.Equal(30, body.FrameCount);
    }

    [Fact]
    public void Non_finite_values_count_as_not_seen_and_extreme_values_are_clamped()
    {
        LandmarkSequence clip = new Puppet().Sign();
        LandmarkSequence broken = Change(clip, (time, i, point) => (time, i) switch
        {
            (3, LandmarkLayout.RightHandStart + 4) => point with { Y = float.NaN },
            (5, LandmarkLayout.LeftElbow) => point with { X = float.PositiveInfinity },
            (8, LandmarkLayout.LeftHandStart) => point with { X = 1e30f },
            _ => point,
        });

        NormalizedSequence body = Extractor.Extract(broken);

        Assert.False(body.Seen(Side.Right)[3]);
        Assert.All(body.All.ToArray(), point => Assert.True(Math.Abs(point.X) <= 8 && Math.Abs(point.Y) <= 8));
        Assert.All(FeatureExtractor.Extract(body).Values, value => Assert.True(float.IsFinite(value)));
    }

    [Theory]
    [InlineData(0, 120)]
    [InlineData(30, 0)]
    public void A_clip_without_frames_or_shoulder_width_is_an_error(int frames, float shoulderWidth) =>
        Assert.Throws<NoBodyException>(() => Extractor.Extract(new Puppet { Frames = frames, ShoulderWidth = shoulderWidth }.Sign()));

    [Fact]
    public void A_clip_that_never_shows_a_body_is_an_error() =>
        Assert.Throws<NoBodyException>(() => Extractor.Extract(new Puppet { SeesBody = _ => false }.Sign()));

    [Theory]
    [InlineData("LEFT_HAND_LANDMARKS")]
    [InlineData("RIGHT_HAND_LANDMARKS")]
    [InlineData("FACE_LANDMARKS")]
    public void A_file_that_lacks_a_component_is_read(string missing)
    {
        LandmarkSequence clip = new Puppet().Sign();
        IEnumerable<Landmark> face = Enumerable.Repeat(new Landmark(320, 100, 0, 1), LandmarkLayout.FaceCount);
        PoseDocument whole = MadeClip.ToDocument(
            clip with { Frames = [.. clip.Frames.Select(frame => new LandmarkFrame(frame.Time, [.. frame.All, .. face]))] });
        PoseDocument without = PoseCut.Keep(whole, (component, _) => component != missing);

        Assert.Equal(30, Extractor.Extract(PoseFile.ToSequence("without", without)).FrameCount);
    }

    private static LandmarkSequence MirrorFrames(LandmarkSequence clip)
    {
        string[] names = [.. LandmarkLayout.PoseNames];
        return Change(clip, (time, i, _) =>
        {
            int other = i switch
            {
                >= LandmarkLayout.RightHandStart => i - LandmarkLayout.HandCount,
                >= LandmarkLayout.LeftHandStart => i + LandmarkLayout.HandCount,
                _ when names[i].Contains("LEFT", StringComparison.Ordinal) =>
                    Array.IndexOf(names, names[i].Replace("LEFT", "RIGHT", StringComparison.Ordinal)),
                _ => Array.IndexOf(names, names[i].Replace("RIGHT", "LEFT", StringComparison.Ordinal)),
            };
            Landmark opposite = clip.Frames[time][other];
            return opposite with { X = clip.Width - opposite.X };
        });
    }

    private static LandmarkSequence Change(LandmarkSequence clip, Func<int, int, Landmark, Landmark> change) => clip with
    {
        Frames =
        [
            .. clip.Frames.Select((frame, time) =>
                new LandmarkFrame(frame.Time, [.. frame.All.ToArray().Select((point, i) => change(time, i, point))])),
        ],
    };

    private static void AssertSame(NormalizedSequence expected, NormalizedSequence actual, float tolerance)
    {
        Assert.Equal(expected.FrameCount, actual.FrameCount);
        Assert.Equal(expected.Seen(Side.Left), actual.Seen(Side.Left));
        Assert.Equal(expected.Seen(Side.Right), actual.Seen(Side.Right));
        for (int i = 0; i < expected.All.Length; i++)
        {
            Assert.True(Vector2.Distance(expected.All[i], actual.All[i]) <= tolerance, $"{i}: {expected.All[i]} {actual.All[i]}");
        }
    }
}
