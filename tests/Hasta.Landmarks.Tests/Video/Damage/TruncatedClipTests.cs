using System.Globalization;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Video.Damage;

/// <summary>A clip that was truncated during copying, recording or downloading is never accepted as complete, in any container.</summary>
[Trait("speed", "slow")]
public sealed class TruncatedClipTests : IDisposable
{
    private const string H264 = "-c:v libx264 -crf 18 -g 12 -bf 2";

    private readonly ClipFolder clips = new();

    public static TheoryData<string, string> Containers => new()
    {
        { "a.mp4", H264 + " -movflags +faststart" },
        { "a.mov", H264 },
        { "fragmented.mp4", H264 + " -movflags frag_keyframe+empty_moov" },
        { "a.mkv", H264 },
        { "a.webm", "-c:v libvpx -b:v 1M -deadline realtime" },
        { "a.ts", H264 },
        { "a.m2ts", H264 + " -mpegts_m2ts_mode 1" },
        { "a.avi", "-c:v mpeg4 -q:v 2" },
        { "a.flv", "-c:v flv1 -q:v 2" },
        { "a.wmv", "-c:v wmv2 -q:v 2" },
        { "a.gif", "-pix_fmt gray -c:v gif" },
        { "a.ogv", "-c:v libtheora -q:v 7 -g 12" },
    };

    [Theory]
    [MemberData(nameof(Containers))]
    public async Task A_truncated_clip_is_damaged_and_the_complete_one_is_not(string name, string options)
    {
        string whole = clips.Make(name, "testsrc=s=160x120:r=25", "-frames:v 40 " + options);

        Assert.Equal(40, (await DecodedFrame.AllAsync(whole)).Count);
        foreach (double fraction in new[] { 0.101, 0.351, 0.603, 0.851, 0.953, 0.991 })
        {
            await AssertBadAsync(clips.Truncated(whole, "cut-" + name, fraction), fraction);
        }
    }

    [Theory]
    [InlineData("a.mkv", H264)]
    [InlineData("a.flv", H264)]
    [InlineData("a.ogv", "-c:v libtheora -q:v 7 -g 12")]
    public async Task A_clip_whose_end_was_never_written_is_damaged(string name, string options)
    {
        byte[] bytes = await File.ReadAllBytesAsync(
            clips.Make(name, "testsrc=s=160x120:r=25", "-frames:v 40 " + options),
            TestContext.Current.CancellationToken);
        bytes.AsSpan(bytes.Length * 7 / 10).Clear();
        await File.WriteAllBytesAsync(clips.Path("zero-" + name), bytes, TestContext.Current.CancellationToken);

        await AssertBadAsync(clips.Path("zero-" + name), 0.7);
    }

    [Fact]
    public async Task A_header_that_declares_more_frames_than_there_are_means_damage()
    {
        // The file ends, well formed, after 40 frames, but the header declares 80.
        byte[] avi = await File.ReadAllBytesAsync(
            clips.Make("a.avi", ClipFolder.Counting, "-frames:v 40 -c:v mjpeg -pix_fmt yuvj420p"),
            TestContext.Current.CancellationToken);
        BitConverter.TryWriteBytes(avi.AsSpan(avi.AsSpan().IndexOf("strh"u8) + 40), 80);
        await File.WriteAllBytesAsync(clips.Path("a.avi"), avi, TestContext.Current.CancellationToken);

        BadFileException error = await Assert.ThrowsAsync<BadFileException>(() => DecodedFrame.AllAsync(clips.Path("a.avi")));

        Assert.Contains("damaged", error.Message, StringComparison.Ordinal);
        Assert.Contains("1.6 s of the 3.2 s", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sound.mkv", H264 + " -c:a aac")]
    [InlineData("sound.flv", H264 + " -c:a aac")]
    [InlineData("sound.mov", H264 + " -c:a aac")]
    [InlineData("sound.wmv", "-c:v wmv2 -c:a wmav2")]
    [InlineData("sound.avi", "-c:v mpeg4 -c:a mp3")]
    public async Task Sound_that_outlasts_the_video_is_not_damage(string name, string options)
    {
        string clip = clips.Make(name, ClipFolder.Counting, "-f lavfi -i sine=d=3 -map 0:v -map 1:a -frames:v 20 " + options);

        Assert.Equal(20, (await DecodedFrame.AllAsync(clip)).Count);
    }

    [Theory]
    [InlineData("hold.mkv")]
    [InlineData("hold.mp4")]
    public async Task Uneven_frame_times_are_not_damage(string name)
    {
        string source = ClipFolder.Counting + ",select='lt(n,20)+eq(n,40)+eq(n,59)'";

        Assert.Equal(22, (await DecodedFrame.AllAsync(clips.Make(name, source, $"-frames:v 22 -vsync passthrough {H264}"))).Count);
    }

    [Fact]
    public async Task Frames_that_an_old_codec_withholds_are_not_damage() =>
        Assert.InRange(
            (await DecodedFrame.AllAsync(clips.Make("xvid.avi", ClipFolder.Counting, "-frames:v 40 -c:v libxvid -bf 2"))).Count,
            36,
            41);

    [Fact]
    public async Task A_live_recording_without_a_duration_is_not_damaged() =>
        Assert.Equal(
            30,
            (await DecodedFrame.AllAsync(clips.Make("live.webm", ClipFolder.Counting, "-frames:v 30 -c:v libvpx -live 1"))).Count);

    [Fact]
    public async Task A_clip_that_starts_between_key_frames_is_not_damaged()
    {
        string whole = clips.Make(
            "whole.mp4",
            ClipFolder.Counting,
            "-frames:v 48 -c:v libx264 -crf 12 -bf 2 -x264-params open-gop=1:keyint=12:min-keyint=12");

        Assert.NotEmpty(await DecodedFrame.AllAsync(clips.Copied(whole, "from.mp4", "-ss 0.6")));
        Assert.NotEmpty(await DecodedFrame.AllAsync(clips.Copied(whole, "from.mkv", "-ss 0.6")));
    }

    public void Dispose() => clips.Dispose();

    private static async Task AssertBadAsync(string clip, double fraction)
    {
        Exception? error = await Record.ExceptionAsync(() => DecodedFrame.AllAsync(clip));

        Assert.True(
            error is BadFileException,
            string.Create(CultureInfo.InvariantCulture, $"{clip} of which {fraction:P0} are left: {error?.Message ?? "taken as whole"}"));
    }
}
