using System.Diagnostics;
using System.Globalization;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Cameras;
using Hasta.Landmarks.Video.Programs;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Video.Cameras;

/// <summary>The whole camera pipeline except the device: ffmpeg's own test source replaces it, in real time.</summary>
[Trait("speed", "slow")]
public sealed class CameraTests : IDisposable
{
    private const string Source = ClipFolder.Counting;
    private readonly ClipFolder clips = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => clips.Dispose();

    [Fact]
    public async Task A_slow_consumer_gets_the_latest_frame_and_the_others_are_dropped_and_counted()
    {
        Camera camera = Open(Source);
        var times = new List<TimeSpan>();
        var numbers = new List<int>();
        await foreach (VideoFrame frame in camera.ReadAsync(Cancellation))
        {
            times.Add(frame.Time);
            numbers.Add(new DecodedFrame(frame.Time, frame.Width, frame.Height, frame.Rgb.ToArray()).Number);
            if (times.Count == 4)
            {
                break;
            }

            await FallBehindAsync(camera, frames: 3);
        }

        Assert.True(camera.Dropped >= 9, $"{camera.Dropped} frames dropped");
        Assert.All(
            times.Zip(times.Skip(1)),
            pair => Assert.True((pair.Second - pair.First).TotalMilliseconds > 3 * 40, string.Join(", ", times)));
        Assert.True(numbers[1] - numbers[0] > 3, "the frames between are the dropped ones");
        AssertGone(await ChildAsync());
    }

    [Fact]
    public async Task A_frame_is_not_overwritten_while_it_is_in_use()
    {
        Camera camera = Open(Source);
        await foreach (VideoFrame frame in camera.ReadAsync(Cancellation))
        {
            byte[] before = frame.Rgb.ToArray();
            await FallBehindAsync(camera, frames: 3);
            Assert.Equal(before, frame.Rgb.ToArray());
            break;
        }
    }

    [Fact]
    public async Task Every_frame_of_a_source_that_ends_is_returned_or_counted()
    {
        Camera camera = Open("testsrc2=s=50x30:r=25:d=0.4");
        int frames = 0;
        await foreach (VideoFrame frame in camera.ReadAsync(Cancellation))
        {
            Assert.Equal((50, 30, 50 * 30 * 3), (frame.Width, frame.Height, frame.Rgb.Length));
            frames++;
        }

        // ffmpeg reads the first one to detect the format and, to avoid lag, does not keep it.
        Assert.Equal(9, frames + camera.Dropped);
    }

    [Fact]
    public async Task Cancelling_releases_the_camera()
    {
        using var source = new CancellationTokenSource();
        Camera camera = Open(Source);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (VideoFrame _ in camera.ReadAsync(source.Token))
            {
                await source.CancelAsync();
            }
        });

        AssertGone(await ChildAsync());
    }

    [Theory]
    [InlineData("[video4linux2,v4l2 @ 0x1] [error] Cannot open video device /dev/video0: Permission denied", "may not be used. ")]
    [InlineData("[video4linux2,v4l2 @ 0x1] [error] ioctl(VIDIOC_S_FMT): Device or resource busy", "is busy. Close")]
    [InlineData(
        "[dshow @ 0x1] [error] Could not run graph (sometimes caused by a device already in use by other application)",
        "is busy. Close")]
    [InlineData(
        "[dshow @ 0x1] [error] Could not find video device with name [cam] among source devices of type video.",
        "no such camera, or it was unplugged. hasta cameras")]
    [InlineData("[video4linux2,v4l2 @ 0x1] [error] Not a video capture device.", "this is no camera")]
    [InlineData(
        "[x @ 0x1] [error] Cannot find a proper format for codec 'h264'",
        "delivered no frame (Cannot find a proper format for codec 'h264')")]
    public async Task Problems_are_reported_with_a_remedy(string complaint, string expected)
    {
        CameraException error = await FailAsync(Open("/dev/video0", $"echo \"{complaint}\" >&2; exit 1"));

        Assert.StartsWith("/dev/video0: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_permission_error_on_Linux_names_the_video_group()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have no such group.");

        CameraException error = await FailAsync(
            Open("/dev/video0", "echo '[x @ 0x1] [error] Cannot open video device /dev/video0: Permission denied' >&2; exit 1"));

        Assert.EndsWith("Join the group video, then log in again: sudo usermod -aG video $USER", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/video987", "there is no such camera")]
    [InlineData("/dev/null", "this is no camera")]
    public async Task Errors_of_a_real_ffmpeg_are_recognised(string device, string expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux's way to cameras.");

        CameraException error = await FailAsync(
            new Camera(new CameraConfig { Device = device, Width = 640, Height = 480, Fps = 30, Codec = "mjpeg" }));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_camera_without_frames_times_out() =>
        Assert.Contains("delivered no frame for 0.3 s", (await FailAsync(Open("cam", "exec sleep 60"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_error_for_an_unplugged_camera_says_when_it_stopped()
    {
        CameraException error = await FailAsync(Open(
            "testsrc2=s=50x30:r=25:d=0.4",
            $"'{Ffmpeg.Find().Program}' \"$@\"; echo '[x @ 0x1] [error] ioctl(VIDIOC_DQBUF): gone' >&2"));

        Assert.Contains("stopped after 9 frames (ioctl(VIDIOC_DQBUF): gone)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(640, null, null)]
    [InlineData(0, 480, null)]
    [InlineData(640, 9000, null)]
    [InlineData(640, 480, 0)]
    public async Task An_impossible_size_or_rate_is_refused(int? width, int? height, int? fps) =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => DrainAsync(new Camera(new CameraConfig { Device = "cam", Width = width, Height = height, Fps = fps })));

    private static async Task DrainAsync(Camera camera)
    {
        await foreach (VideoFrame frame in camera.ReadAsync(Cancellation))
        {
            Assert.NotNull(frame);
        }
    }

    private static Task<CameraException> FailAsync(Camera camera) => Assert.ThrowsAsync<CameraException>(() => DrainAsync(camera));

    private static async Task FallBehindAsync(Camera camera, int frames)
    {
        for (long dropped = camera.Dropped; camera.Dropped < dropped + frames;)
        {
            await Task.Delay(5, Cancellation);
        }
    }

    private static void AssertGone(int process) => Assert.Throws<ArgumentException>(() => Process.GetProcessById(process));

    private Camera Open(string source, string? script = null)
    {
        Ffmpeg real = Ffmpeg.Find();
        string run = script ?? $"exec '{real.Program}' \"$@\"";
        Ffmpeg ffmpeg = clips.Script($"[ \"$1\" = -version ] && exec '{real.Program}' -version\necho $$ > '{clips.Path("pid")}'\n{run}");
        return new Camera(new CameraConfig
        {
            Device = source,
            System = CameraSystem.TestSource,
            Ffmpeg = ffmpeg,
            IdleTimeout = TimeSpan.FromSeconds(script?.Contains("sleep", StringComparison.Ordinal) == true ? 0.3 : 30),
        });
    }

    private async Task<int> ChildAsync() =>
        int.Parse(await File.ReadAllTextAsync(clips.Path("pid"), Cancellation), CultureInfo.InvariantCulture);
}
