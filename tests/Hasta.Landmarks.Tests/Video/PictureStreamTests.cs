using Hasta.Landmarks.Video;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Video;

/// <summary>Of several video streams, the clip's own is chosen: its frames equal those of a file that contains nothing else.</summary>
[Trait("speed", "slow")]
public sealed class PictureStreamTests : IDisposable
{
    private const string Clip = ":v libx264 -qp 0 -pix_fmt yuv420p -preset ultrafast -g 12";
    private const string Preview = "-f lavfi -i testsrc=s=16x16:r=1:d=1";

    private readonly ClipFolder clips = new();

    [Theory]
    [InlineData("flagged.mkv", "-map 1:v -map 0:v -c:0 mjpeg -disposition:0 0 -disposition:1 default", 2)]
    [InlineData("inferred.mkv", "-map 1:v -map 0:v -c:0 mjpeg -disposition:0 default -disposition:1 0", 2)]
    [InlineData("a.mov", "-map 1:v -map 0:v -c:0 mjpeg", 2)]
    [InlineData("both-default.mkv", "-map 1:v -map 0:v -c:0 libx264 -disposition:0 default -disposition:1 default", 2)]
    [InlineData("neither-default.mkv", "-map 1:v -map 0:v -c:0 libx264 -disposition:0 0 -disposition:1 0 -default_mode passthrough", 2)]
    [InlineData("last.mkv", "-map 0:v -map 1:v -c:1 mjpeg", 1)]
    [InlineData("cover.mp4", "-map 0:v -map 1:v -c:1 png -frames:v:1 1 -disposition:1 attached_pic", 1)]
    [InlineData("cover-first.mp4", "-map 1:v -map 0:v -c:0 png -disposition:0 attached_pic", 1)]
    public async Task The_frames_are_those_of_the_clips_own_stream(string name, string layout, int number)
    {
        int at = layout.Contains("-map 0:v -map 1:v", StringComparison.Ordinal) ? 0 : 1;
        string single = clips.Make("single.mp4", Source, $"-c{Clip}");
        string several = clips.Make(name, Source, $"{Preview} {layout} -c:{at} {Clip[3..]}");

        VideoInfo info = await VideoInfo.ReadAsync(several, TestContext.Current.CancellationToken);

        Assert.Equal(number == 1 ? null : $"stream {number} of 2", info.Treatment);
        Assert.Equal(
            (await DecodedFrame.AllAsync(single)).Select(frame => frame.Rgb),
            (await DecodedFrame.AllAsync(several)).Select(frame => frame.Rgb));
    }

    [Fact]
    public async Task A_default_stream_that_cannot_be_decoded_is_skipped()
    {
        string single = clips.Make("single.mp4", Source, $"-c{Clip}");
        string several = clips.Make(
            "broken.mkv",
            Source,
            $"-map 0:v -map 0:v -c:0 libvpx -c:1 {Clip[3..]} -disposition:0 default -disposition:1 0");
        byte[] bytes = await File.ReadAllBytesAsync(several, TestContext.Current.CancellationToken);
        "V_XX8"u8.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf("V_VP8"u8)));
        await File.WriteAllBytesAsync(several, bytes, TestContext.Current.CancellationToken);

        Assert.Equal(
            (await DecodedFrame.AllAsync(single)).Select(frame => frame.Rgb),
            (await DecodedFrame.AllAsync(several)).Select(frame => frame.Rgb));
    }

    public void Dispose() => clips.Dispose();

    private static string Source => "testsrc2=s=64x48:r=25:d=0.8,format=yuv420p";
}
