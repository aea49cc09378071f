using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Treatments;

namespace Hasta.Landmarks.Tests.Video.Treatments;

public sealed class FrameRegionTests
{
    private static VideoInfo Clip => new()
    {
        Path = "clip.mp4",
        Width = 640,
        Height = 360,
        Rate = new FrameRate(25, 1),
        Duration = null,
        Codec = "h264",
        VariableFrameRate = false,
        RotationDegrees = 0,
        FfmpegVersion = "5.1",
    };

    [Theory]
    [InlineData("320,0,320,360", 320, 0, 320, 360)]
    [InlineData("0.5,0,0.5,1", 320, 0, 320, 360)]
    [InlineData("0,0,1,1", 0, 0, 640, 360)]
    [InlineData("0.1,0.1,0.333,0.5", 64, 36, 213, 180)]
    public void Pixels_and_fractions_are_accepted(string text, int left, int top, int width, int height) =>
        Assert.Equal((left, top, width, height), FrameRegion.Parse(text)!.In(Clip));

    [Theory]
    [InlineData("")]
    [InlineData("1,2,3")]
    [InlineData("1,2,3,4,5")]
    [InlineData("a,b,c,d")]
    [InlineData("-1,0,100,100")]
    [InlineData("0,0,0,100")]
    [InlineData("0,0,NaN,100")]
    [InlineData("0,0,1e9,100")]
    [InlineData("0,0,99999,100")]
    public void Other_texts_are_not_a_region(string text) => Assert.Null(FrameRegion.Parse(text));

    [Theory]
    [InlineData("600,0,100,100")]
    [InlineData("0,300,100,100")]
    [InlineData("0.6,0,0.5,1")]
    [InlineData("0,0,15,100")]
    public void The_error_for_a_region_outside_the_frame_names_the_clip_and_its_size(string text)
    {
        BadFileException error = Assert.Throws<BadFileException>(() => FrameRegion.Parse(text)!.In(Clip));

        Assert.Contains("clip.mp4", error.Message, StringComparison.Ordinal);
        Assert.Contains("640x360", error.Message, StringComparison.Ordinal);
    }
}
