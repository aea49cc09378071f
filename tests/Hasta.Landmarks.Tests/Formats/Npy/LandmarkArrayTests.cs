using Hasta.Landmarks.Formats.Npy;
using Hasta.Landmarks.Formats.Pose;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Formats.Npy;

public sealed class LandmarkArrayTests
{
    private const int LeftHand = LandmarkLayout.PoseCount * 4;

    [Fact]
    public void Coordinates_become_pixels_and_visibility_becomes_confidence()
    {
        float[] frame = new float[LandmarkArray.NumbersPerFrame];
        (frame[0], frame[1], frame[2], frame[3]) = (0.5f, 0.25f, -0.1f, 0.75f);
        (frame[LeftHand], frame[LeftHand + 1], frame[LeftHand + 2]) = (0.1f, 0.2f, 0.05f);

        LandmarkSequence sequence = LandmarkArray.ToSequence(frame, fps: 12, width: 640, height: 480);

        Assert.Equal(new Landmark(320, 120, -64, 0.75f), sequence.Frames[0][LandmarkLayout.Nose]);
        Assert.Equal(new Landmark(64, 96, 32, 1), sequence.Frames[0].LeftHand[HandPoint.Wrist]);
        Assert.True(sequence.Frames[0].RightHand[0].IsMissing, "an all-zero hand was not detected");
    }

    [Fact]
    public void A_frame_of_zeros_is_kept_with_missing_landmarks()
    {
        LandmarkSequence sequence = LandmarkArray.ToSequence(
            new float[2 * LandmarkArray.NumbersPerFrame],
            fps: 10,
            width: 640,
            height: 480);

        Assert.Equal(2, sequence.Frames.Count);
        Assert.Equal(TimeSpan.FromSeconds(0.1), sequence.Frames[1].Time);
        Assert.All(sequence.Frames, frame => Assert.All(frame.All.ToArray(), point => Assert.True(point.IsMissing)));
        Assert.Equal(0, MadeClip.Tally(sequence).DetectionRate);
    }

    [Fact]
    public void A_detected_point_with_zero_visibility_is_not_missing_after_a_round_trip()
    {
        float[] frame = new float[LandmarkArray.NumbersPerFrame];
        (frame[0], frame[4], frame[7]) = (0.5f, 0.5f, 1);

        LandmarkSequence read = PoseFile.ToSequence("made", MadeClip.ToDocument(LandmarkArray.ToSequence(frame, 12, 640, 480)));

        Assert.Equal(320, read.Frames[0][LandmarkLayout.Nose].X);
    }

    [Fact]
    public void An_incomplete_frame_is_an_argument_error() =>
        Assert.Throws<ArgumentException>(() => LandmarkArray.ToSequence(new float[LandmarkArray.NumbersPerFrame + 1], 12, 640, 480));
}
