using System.Numerics;
using Hasta.Landmarks;
using Hasta.Pictures.KeptFrames;
using Hasta.Recognition.Features;
using Hasta.Recognition.FrameViews;
using Hasta.TestKit;
using Hasta.TestKit.Datasets;
using Hasta.Training.Data;

namespace Hasta.Training.Tests.Data;

/// <summary>Frames are transformed together with the landmarks: a disc painted on the wrist stays on the wrist.</summary>
public sealed class FramePlacementTests
{
    private const int Size = 128;
    private static readonly FrameConfig Frames = new() { Count = 8, Size = Size };
    private static readonly LandmarkSequence Clip = new Puppet { Frames = 40, Speed = 0.06f }.Sign();
    private static readonly FrameSetFile Kept = FrameSetFile.Parse("made", PaintedClip.Keep(Clip));

    private static readonly AugmentationConfig Geometry = new()
    {
        Mirror = 0,
        HandRotation = 0,
        HandScale = 0,
        HandShift = 0,
        FrameNoise = 0,
        ClipNoise = 0,
        DropHand = 0,
        MaskedSpan = 0,
    };

    [Fact]
    public void The_disc_is_on_the_wrist() => AssertOnWrist(Body(), BodyPoints.RightHand, 8);

    [Fact]
    public void A_mirrored_clip_has_mirrored_frames() => AssertOnWrist(Body().Mirror(), BodyPoints.LeftHand, 8);

    [Fact]
    public void Features_and_frames_agree_on_the_signing_hand()
    {
        ClipFrames pictures = FeatureExtractor.Extract(Body()).Frames!;

        Assert.Equal(pictures.Pixels, FeatureExtractor.Extract(Body().Mirror()).Frames!.Pixels);
        Assert.NotEqual(pictures.Pixels, SigningHand.OnTheRight(Body()).Mirror().View!.Paint().Pixels);
    }

    [Fact]
    public void Resampling_in_time_also_moves_the_frames()
    {
        AssertOnWrist(Resampling.To(Body(), 77), BodyPoints.RightHand, 8);
        AssertOnWrist(Resampling.At(Body(), [.. Enumerable.Range(0, 20).Select(i => 10.0 + i)]), BodyPoints.RightHand, 4);
        AssertOnWrist(Resampling.At(Body(), [.. Enumerable.Range(0, 60).Select(i => i - 10.0)]), BodyPoints.RightHand, 8);
    }

    [Theory]
    [InlineData(0, BodyPoints.RightHand)]
    [InlineData(1, BodyPoints.LeftHand)]
    public void Augmentation_applies_one_transform_to_landmarks_and_frames(double mirror, int hand)
    {
        var augmentation = new Augmentation(Geometry with { Mirror = mirror });
        for (int seed = 0; seed < 12; seed++)
        {
            AssertOnWrist(augmentation.Apply(Body(), new Random(seed)), hand, 4);
        }
    }

    [Fact]
    public void Augmentation_moves_all_frames_of_a_clip_alike_and_does_not_change_the_source()
    {
        NormalizedSequence body = Body();
        Matrix3x2 before = body.View!.ToPixels;

        NormalizedSequence varied = new Augmentation(Geometry).Apply(body, new Random(3));

        Assert.Equal(before, body.View.ToPixels);
        Assert.NotEqual(before, varied.View!.ToPixels);
        Assert.Same(body.View.Source, varied.View.Source);
    }

    [Fact]
    public void Frames_without_the_signer_are_dropped()
    {
        LandmarkSequence late = new Puppet { Frames = 40, Speed = 0.06f, SeesBody = time => time is >= 20 and < 30 }.Sign();
        NormalizedSequence body = new SequenceNormalizer(new FeatureConfig { Frames = Frames }).Extract(late, Kept);

        Assert.All(body.View!.Frames, frame => Assert.InRange(Kept.Header.Frames[frame.Stored].Frame, 20, 30));
        AssertOnWrist(body, BodyPoints.RightHand, 3);
    }

    [Fact]
    public void A_signer_seen_only_between_two_kept_frames_gets_the_nearest_one()
    {
        int between = Enumerable.Range(1, 38).First(time => Kept.Header.Frames.All(frame => Math.Abs(frame.Frame - time) > 0));
        LandmarkSequence brief = new Puppet { Frames = 40, SeesBody = time => time == between }.Sign();
        NormalizedSequence body = new SequenceNormalizer(new FeatureConfig { Frames = Frames }).Extract(brief, Kept);

        Assert.InRange(Math.Abs(Kept.Header.Frames[Assert.Single(body.View!.Frames).Stored].Frame - between), 1, 2);
    }

    [Fact]
    public void A_landmark_only_model_gets_no_frames()
    {
        NormalizedSequence body = new SequenceNormalizer(new FeatureConfig()).Extract(Clip, Kept);

        Assert.Null(body.View);
        Assert.Null(FeatureExtractor.Extract(body).Frames);
    }

    private static NormalizedSequence Body() => new SequenceNormalizer(new FeatureConfig { Frames = Frames }).Extract(Clip, Kept);

    private static void AssertOnWrist(NormalizedSequence body, int hand, int min)
    {
        ClipFrames pictures = body.View!.Paint();
        Assert.Equal(Size, pictures.Size);
        int compared = 0;
        foreach ((int i, float time) in pictures.Times.Index())
        {
            Assert.InRange(time, -0.5, body.FrameCount - 0.5);
            Vector2 expected = (WristAt(body, hand, time) + new Vector2((float)Frames.Reach)) * (Size / (2 * (float)Frames.Reach));
            if (expected.X is > 8 and < Size - 8 && expected.Y is > 8 and < Size - 8)
            {
                Assert.InRange(Vector2.Distance(expected, DiscIn(pictures, i)), 0, 1.2f);
                compared++;
            }
        }

        Assert.True(compared >= min, $"{compared} of {pictures.Times.Length} pictures showed the wrist");
    }

    private static Vector2 WristAt(NormalizedSequence body, int hand, float time)
    {
        int before = Math.Clamp((int)MathF.Floor(time), 0, body.FrameCount - 1);
        int after = Math.Min(before + 1, body.FrameCount - 1);
        return Vector2.Lerp(
            body.Frame(before)[hand + HandPoint.Wrist],
            body.Frame(after)[hand + HandPoint.Wrist],
            Math.Clamp(time - before, 0, 1));
    }

    /// <summary>The centroid of the pixels that are brighter than the grey around the frame.</summary>
    private static Vector2 DiscIn(ClipFrames pictures, int frame)
    {
        Vector2 sum = Vector2.Zero;
        float weight = 0;
        ReadOnlySpan<byte> green = pictures.Pixels.AsSpan(((3 * frame) + 1) * Size * Size, Size * Size);
        for (int i = 0; i < green.Length; i++)
        {
            float bright = Math.Max(0, green[i] - 150);
            sum += bright * new Vector2((i % Size) + 0.5f, (i / Size) + 0.5f);
            weight += bright;
        }

        return sum / weight;
    }
}
