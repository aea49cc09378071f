using Hasta.Landmarks;
using Hasta.Landmarks.Video;
using Hasta.Pictures.Overlay;

namespace Hasta.Pictures.Tests.Overlay;

public sealed class SkeletonPainterTests
{
    [Fact]
    public void Without_landmarks_no_pixel_changes() => Assert.Empty(new DrawnFrame(withFace: true).Paint().Changed());

    [Fact]
    public void An_arm_is_a_light_line_with_a_dark_outline_and_no_other_pixel_changes()
    {
        DrawnFrame drawn = new DrawnFrame()
            .With(LandmarkLayout.LeftShoulder, 60.5f, 120.5f)
            .With(LandmarkLayout.LeftElbow, 260.5f, 120.5f)
            .Paint();

        Assert.True(drawn.At(160, 120) is { Red: > 220, Green: > 220, Blue: > 220 }, $"{drawn.At(160, 120)}");
        Assert.Contains(
            Enumerable.Range(114, 6),
            y => drawn.At(160, y) is { Red: < DrawnFrame.Grey - 10, Green: < DrawnFrame.Grey - 10, Blue: < DrawnFrame.Grey - 10 });
        Assert.All(drawn.Changed(), pixel => Assert.True(pixel is { X: > 52 and < 268, Y: > 112 and < 129 }, $"{pixel}"));
    }

    [Fact]
    public void The_left_hand_is_blue_and_the_right_hand_orange()
    {
        var (red, _, blue) = Finger(LandmarkLayout.LeftHandStart).At(160, 120);
        Assert.True(blue > red + 80, $"red {red}, blue {blue}");

        (red, _, blue) = Finger(LandmarkLayout.RightHandStart).At(160, 120);
        Assert.True(red > blue + 80, $"red {red}, blue {blue}");
    }

    [Fact]
    public void Fingers_of_a_hand_have_different_colours()
    {
        DrawnFrame drawn = new DrawnFrame()
            .With(LandmarkLayout.LeftHandStart + HandPoint.IndexTip, 60, 60)
            .With(LandmarkLayout.LeftHandStart + HandPoint.PinkyTip, 260, 200)
            .Paint();

        Assert.True(drawn.At(60, 60).Green > drawn.At(260, 200).Green + 50);
    }

    [Fact]
    public void A_limb_with_a_missing_end_is_not_drawn()
    {
        DrawnFrame drawn = new DrawnFrame()
            .With(LandmarkLayout.LeftShoulder, 60, 120)
            .With(LandmarkLayout.LeftElbow, float.NaN, float.NaN)
            .With(LandmarkLayout.LeftWrist, 260, 120)
            .Paint();

        Assert.All(drawn.Changed(), pixel => Assert.True(pixel.X is < 70 or > 250, $"{pixel}"));
    }

    [Theory]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(1e30f)]
    [InlineData(-1e9f)]
    public void A_point_at_an_extreme_position_is_harmless(float x)
    {
        DrawnFrame drawn = new DrawnFrame().With(LandmarkLayout.LeftEar, x, 20).With(LandmarkLayout.RightShoulder, 200, 200).Paint();

        Assert.Contains((200, 200), drawn.Changed());
        Assert.Equal((DrawnFrame.Grey, DrawnFrame.Grey, DrawnFrame.Grey), drawn.At(20, 230));
    }

    [Fact]
    public void Low_confidence_is_drawn_fainter_and_very_low_confidence_is_omitted()
    {
        int sure = Arm(confidence: 0.9f).At(160, 120).Red;
        int faint = Arm(confidence: 0.3f).At(160, 120).Red;

        Assert.InRange(faint, DrawnFrame.Grey - 60, sure - 40);
        Assert.NotEqual(DrawnFrame.Grey, faint);
        Assert.Empty(Arm(confidence: 0.1f).Changed());
    }

    [Fact]
    public void The_hand_replaces_the_thumb_of_the_pose()
    {
        DrawnFrame alone = new DrawnFrame().With(LandmarkLayout.LeftThumb, 50, 50).Paint();
        DrawnFrame withHand = new DrawnFrame().With(LandmarkLayout.LeftThumb, 50, 50).With(LandmarkLayout.LeftHandStart, 200, 200).Paint();

        Assert.Contains((50, 50), alone.Changed());
        Assert.DoesNotContain((50, 50), withHand.Changed());
    }

    [Fact]
    public void A_small_hand_has_thinner_lines_than_a_large_one()
    {
        static int Thickness(float length) => new DrawnFrame()
            .With(LandmarkLayout.LeftHandStart + HandPoint.IndexMcp, 160.5f - (length / 2), 120.5f)
            .With(LandmarkLayout.LeftHandStart + HandPoint.IndexPip, 160.5f + (length / 2), 120.5f)
            .Paint().Changed().Count(pixel => pixel.X == 160);

        Assert.True(Thickness(20) < Thickness(150), $"{Thickness(20)} and {Thickness(150)} pixels");
    }

    [Fact]
    public void Only_the_contours_of_a_face_are_drawn()
    {
        const int UpperLip = 13;
        const int NextToUpperLip = 82;
        const int Forehead = 151;
        DrawnFrame drawn = new DrawnFrame(withFace: true)
            .With(LandmarkLayout.CountWithoutFace + UpperLip, 100, 100)
            .With(LandmarkLayout.CountWithoutFace + NextToUpperLip, 200, 100)
            .With(LandmarkLayout.CountWithoutFace + Forehead, 150, 30)
            .Paint();

        Assert.Contains((150, 100), drawn.Changed());
        Assert.DoesNotContain((150, 30), drawn.Changed());
    }

    [Fact]
    public void A_frame_of_another_size_is_refused()
    {
        using var painter = new SkeletonPainter(8, 8);
        var other = new VideoFrame(TimeSpan.Zero, 4, 4, new byte[48]);

        Assert.Throws<ArgumentException>(() => painter.Paint(other, LandmarkFrame.Empty(TimeSpan.Zero)));
    }

    private static DrawnFrame Arm(float confidence) => new DrawnFrame()
        .With(LandmarkLayout.LeftShoulder, 60, 120, confidence)
        .With(LandmarkLayout.LeftElbow, 260, 120, confidence)
        .Paint();

    private static DrawnFrame Finger(int hand) =>
        new DrawnFrame().With(hand + HandPoint.RingMcp, 120.5f, 120.5f).With(hand + HandPoint.RingPip, 200.5f, 120.5f).Paint();
}
