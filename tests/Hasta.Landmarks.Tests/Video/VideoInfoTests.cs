using System.Globalization;
using Hasta.Landmarks.Video;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Video;

[Trait("speed", "slow")]
public sealed class VideoInfoTests : IDisposable
{
    private const int FramesColumn = 6;
    private readonly ClipFolder clips = new();

    public void Dispose() => clips.Dispose();

    [Fact]
    public async Task Size_rate_duration_and_codec_are_read_from_the_header()
    {
        VideoInfo info = await ReadAsync(clips.Make("a.mp4", "testsrc=s=64x48:r=30000/1001", "-frames:v 30 -c:v mpeg4"));

        Assert.Equal((64, 48, "mpeg4", 0, false), (info.Width, info.Height, info.Codec, info.RotationDegrees, info.VariableFrameRate));
        Assert.Equal(new FrameRate(30000, 1001), info.Rate);
        Assert.Equal(29.97, info.Fps, 0.001);
        Assert.Equal(1.001, info.Duration!.Value.TotalSeconds, 0.001);
    }

    [Fact]
    public async Task Width_and_height_are_those_of_the_upright_frame()
    {
        string clip = clips.Counted("phone.mp4", 2);
        ClipFolder.TurnClockwise(clip);

        VideoInfo info = await ReadAsync(clip);

        Assert.Equal((32, 48, 90), (info.Width, info.Height, info.RotationDegrees));
    }

    [Fact]
    public async Task A_variable_rate_is_reported_if_the_container_declares_it()
    {
        VideoInfo info = await ReadAsync(
            clips.Make(
                "v.mp4",
                ClipFolder.Counting + ",select='not(mod(n,7))+not(mod(n,3))'",
                "-frames:v 20 -vsync passthrough -c:v mpeg4"));

        Assert.True(info.VariableFrameRate);
        Assert.InRange(info.Fps, 9, 12);
    }

    [Fact]
    public async Task A_streamed_recording_has_no_duration()
    {
        VideoInfo info = await ReadAsync(clips.Make("live.mkv", ClipFolder.Counting, "-frames:v 5 -c:v ffv1 -live 1"));

        Assert.Null(info.Duration);
        Assert.Equal(25, info.Fps);
    }

    [Theory]
    [InlineData("8200x16", "1/1", "8200x16")]
    [InlineData("30000x16", "1/1", "30000x16")]
    [InlineData("4000x16", "3/1", "12000x16")]
    [InlineData("16x16", "1/100", "0x16")]
    public async Task A_frame_larger_than_the_limit_is_refused_before_it_is_decoded(string size, string ratio, string expected)
    {
        string clip = clips.Make("wide.mkv", $"color=red:s={size},setsar={ratio}", "-frames:v 1 -c:v ffv1");

        BadFileException error = await Assert.ThrowsAsync<BadFileException>(() => ReadAsync(clip));

        Assert.Contains(expected + " is not a size", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Real_webcam_clips_decode_to_the_recorded_number_of_frames()
    {
        string folder = SharedData.Path("asl24-videos");
        string[] rows = await File.ReadAllLinesAsync(Path.Combine(folder, "labels.csv"), TestContext.Current.CancellationToken);
        foreach (string[] row in rows.Skip(1).Where((_, index) => index % 48 == 0).Select(row => row.Split(',')))
        {
            int expected = int.Parse(row[FramesColumn], CultureInfo.InvariantCulture);
            Assert.Equal(expected, (await DecodedFrame.AllAsync(Path.Combine(folder, row[0]))).Count);
        }
    }

    private static Task<VideoInfo> ReadAsync(string clip) => VideoInfo.ReadAsync(clip, TestContext.Current.CancellationToken);
}
