using Hasta.Landmarks.Video;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Video;

[Trait("speed", "slow")]
public sealed class VideoReaderTests : IDisposable
{
    private readonly ClipFolder clips = new();

    public void Dispose() => clips.Dispose();

    [Theory]
    [InlineData("a.mp4", "-c:v mpeg4 -q:v 1 -bf 2")]
    [InlineData("a.MOV", "-c:v mpeg4 -q:v 1")]
    [InlineData("a.avi", "-c:v mpeg4 -q:v 1")]
    [InlineData("a.mkv", "-c:v ffv1")]
    [InlineData("a.webm", "-c:v libvpx -crf 4 -b:v 1M")]
    public async Task Every_frame_is_returned_once_and_in_order(string name, string codec)
    {
        string clip = clips.Make(name, ClipFolder.Counting, $"-frames:v 30 {codec}");

        List<DecodedFrame> frames = await DecodedFrame.AllAsync(clip);

        Assert.Equal(Enumerable.Range(0, 30), frames.Select(frame => frame.Number));
        Assert.All(frames, frame => Assert.Equal(frame.Number / 25.0, frame.Time.TotalSeconds, 0.001));
    }

    [Theory]
    [InlineData("v.mp4", "-c:v mpeg4 -q:v 1 -bf 2")]
    [InlineData("v.mkv", "-c:v ffv1")]
    public async Task Frames_of_a_variable_rate_clip_keep_their_times(string name, string codec)
    {
        string clip = clips.Make(
            name,
            ClipFolder.Counting + ",select='not(mod(n,7))+not(mod(n,3))'",
            $"-frames:v 20 -vsync passthrough {codec}");

        List<DecodedFrame> frames = await DecodedFrame.AllAsync(clip);

        Assert.Equal(Enumerable.Range(0, 50).Where(n => n % 7 == 0 || n % 3 == 0).Take(20), frames.Select(frame => frame.Number));
        Assert.All(frames, frame => Assert.Equal(frame.Number / 25.0, frame.Time.TotalSeconds, 0.001));
    }

    [Fact]
    public async Task Time_starts_at_the_first_frame_even_if_the_stream_starts_later()
    {
        string clip = clips.Make("late.mkv", ClipFolder.Counting, "-frames:v 3 -c:v ffv1 -output_ts_offset 5");

        Assert.Equal([0, 40, 80], (await DecodedFrame.AllAsync(clip)).Select(frame => frame.Time.TotalMilliseconds));
    }

    [Fact]
    public async Task Odd_sizes_keep_every_pixel()
    {
        string clip = clips.Make("odd.mkv", "testsrc=s=161x91:r=5", "-frames:v 2 -c:v ffv1 -pix_fmt bgr0");

        DecodedFrame frame = (await DecodedFrame.AllAsync(clip))[1];

        Assert.Equal((161, 91, 161 * 91 * 3), (frame.Width, frame.Height, frame.Rgb.Length));
    }

    [Fact]
    public async Task A_phone_clip_is_returned_upright()
    {
        string clip = clips.Make("phone.mp4", "color=red:s=32x32,pad=64:32:color=blue", "-frames:v 2 -c:v mpeg4 -q:v 1");
        ClipFolder.TurnClockwise(clip);

        DecodedFrame frame = (await DecodedFrame.AllAsync(clip))[0];

        Assert.Equal((32, 64), (frame.Width, frame.Height));
        Assert.True(frame.At(16, 8)[0] > 200 && frame.At(16, 8)[2] < 50, "the stored left half, red, is on top");
        Assert.True(frame.At(16, 56)[2] > 200 && frame.At(16, 56)[0] < 50, "the stored right half, blue, is below");
    }

    [Theory]
    [InlineData(58, 103, 58)]
    [InlineData(119, 211, 119)]
    [InlineData(120, 213, 120)]
    [InlineData(121, 213, 120)]
    public async Task Frames_are_scaled_down_to_a_maximum_height_and_never_up(int maxHeight, int width, int height)
    {
        string clip = clips.Make(
            "large.mkv",
            "color=red:s=107x120,format=gbrp,pad=213:120:color=blue",
            "-frames:v 2 -c:v ffv1 -pix_fmt bgr0");

        DecodedFrame frame = (await DecodedFrame.AllAsync(clip, new VideoOptions { MaxHeight = maxHeight }))[1];

        Assert.Equal((width, height, 3 * width * height), (frame.Width, frame.Height, frame.Rgb.Length));
        Assert.True(frame.At(width * 2 / 5, height - 1)[0] > 200 && frame.At(width * 3 / 5, 0)[2] > 200);
    }

    [Fact]
    public async Task A_clip_rotated_the_other_way_is_also_returned_upright()
    {
        string clip = clips.Make("phone.mp4", "color=red:s=32x32,pad=64:32:color=blue", "-frames:v 2 -c:v mpeg4 -q:v 1");
        ClipFolder.TurnCounterclockwise(clip);

        DecodedFrame frame = (await DecodedFrame.AllAsync(clip))[0];

        Assert.Equal((32, 64), (frame.Width, frame.Height));
        Assert.True(frame.At(16, 8)[2] > 200 && frame.At(16, 56)[0] > 200, "the stored right half, blue, is on top");
    }

    [Theory]
    [InlineData("4/3", false, 80, 40)]
    [InlineData("2/3", false, 40, 40)]
    [InlineData("4/3", true, 40, 80)]
    [InlineData("200/201", false, 60, 40)]
    public async Task Pixels_are_returned_square(string ratio, bool turned, int width, int height)
    {
        string clip = clips.Make("wide.mp4", $"color=red:s=30x40,pad=60:40:color=blue,setsar={ratio}", "-frames:v 2 -c:v mpeg4 -q:v 1");
        if (turned)
        {
            ClipFolder.TurnClockwise(clip);
        }

        DecodedFrame frame = (await DecodedFrame.AllAsync(clip))[1];

        Assert.Equal((width, height, 3 * width * height), (frame.Width, frame.Height, frame.Rgb.Length));
        Assert.True(
            frame.At(turned ? width / 2 : (width / 2) - 4, turned ? (height / 2) - 4 : height / 2)[0] > 200,
            "red is the first half");
        Assert.True(
            frame.At(turned ? width / 2 : (width / 2) + 4, turned ? (height / 2) + 4 : height / 2)[2] > 200,
            "blue is the second half");
    }

    [Fact]
    public async Task A_single_frame_is_a_clip()
    {
        DecodedFrame frame = Assert.Single(await DecodedFrame.AllAsync(clips.Counted("one.mp4", 1)));

        Assert.Equal((TimeSpan.Zero, 48, 32), (frame.Time, frame.Width, frame.Height));
    }

    [Fact]
    public async Task A_size_change_midway_does_not_shear_the_frames()
    {
        const string Codec = "-frames:v 5 -c:v mjpeg -q:v 2 -pix_fmt yuvj420p -f mjpeg";
        string small = clips.Make("small.mjpeg", "color=red:s=48x32:r=25", Codec);
        string large = clips.Make("large.mjpeg", "color=red:s=96x80:r=25", Codec);
        File.WriteAllBytes(clips.Path("both.mjpeg"), [.. File.ReadAllBytes(small), .. File.ReadAllBytes(large)]);

        List<DecodedFrame> frames = await DecodedFrame.AllAsync(clips.Path("both.mjpeg"));

        Assert.Equal(10, frames.Count);
        Assert.All(frames, frame => Assert.True(frame.Rgb.Chunk(3).All(pixel => pixel[0] > 200 && pixel[2] < 50)));
        Assert.All(frames.Zip(frames.Skip(1)), pair => Assert.True(pair.First.Time < pair.Second.Time));
    }

    [Theory]
    [InlineData("-x.mp4")]
    [InlineData("a:b.mp4")]
    [InlineData("http:%03d 'é.mp4")]
    [InlineData("concat:a.mp4|b.mp4")]
    [InlineData("file:-i.mp4")]
    public async Task Special_characters_in_a_file_name_are_not_interpreted(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && name.Contains(':'), "Windows has no such names.");

        Assert.Equal(3, (await DecodedFrame.AllAsync(clips.Counted(name, 3))).Count);
    }
}
