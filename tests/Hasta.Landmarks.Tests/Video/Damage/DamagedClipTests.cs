using Hasta.Landmarks.Video;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Video.Damage;

[Trait("speed", "slow")]
public sealed class DamagedClipTests : IDisposable
{
    private readonly ClipFolder clips = new();

    public void Dispose() => clips.Dispose();

    [Fact]
    public async Task A_missing_clip_is_named() =>
        await AssertBadAsync(clips.Path("none.mp4"), "this clip is missing");

    [Fact]
    public async Task An_empty_file_is_reported_as_empty() =>
        await AssertBadAsync(clips.Text("empty.mp4", ""), "0 bytes");

    [Fact]
    public async Task Text_named_mp4_is_not_a_video() =>
        await AssertBadAsync(clips.Text("text.mp4", "This is not a video at all.\n"), "not a video that can be opened");

    [Fact]
    public async Task Sound_alone_is_not_a_video() =>
        await AssertBadAsync(clips.Make("sound.mp4", "sine=duration=1", "-c:a aac"), "no video stream");

    [Fact]
    public async Task Sound_with_a_cover_image_is_not_a_video()
    {
        string cover = clips.Make("cover.png", "testsrc=s=48x32", "-frames:v 1 -c:v png -f image2");

        await AssertBadAsync(
            clips.Make("song.m4a", "sine=duration=1", $"-i {cover} -map 0 -map 1 -c:v png -disposition:v attached_pic"),
            "no video stream");
    }

    [Theory]
    [InlineData("still.png", "-c:v png -f image2")]
    [InlineData("still.jpg", "-c:v mjpeg -pix_fmt yuvj420p -f image2")]
    [InlineData("still.mp4", "-c:v png -f image2")]
    public async Task A_still_image_is_not_a_video(string name, string codec) =>
        await AssertBadAsync(clips.Make(name, "testsrc=s=48x32", "-frames:v 1 -update 1 " + codec), "not a video that can be opened");

    [Fact]
    public async Task Frames_that_grow_beyond_the_limit_are_damage()
    {
        const string Codec = "-frames:v 1 -c:v mjpeg -pix_fmt yuvj420p -f mjpeg";
        string small = clips.Make("small.mjpeg", "color=red:s=48x32:r=25", Codec);
        string huge = clips.Make("huge.mjpeg", "color=red:s=8192x8208:r=25", Codec);
        File.WriteAllBytes(clips.Path("grows.mjpeg"), [.. File.ReadAllBytes(small), .. File.ReadAllBytes(huge)]);

        await AssertBadAsync(clips.Path("grows.mjpeg"), "Picture size 8192x8208 exceeds");
    }

    [Fact]
    public async Task A_clip_truncated_before_its_index_cannot_be_opened() =>
        await AssertBadAsync(
            clips.Truncated(clips.Counted("whole.mp4", 30), "cut.mp4", 0.3),
            "not a video that can be opened (moov atom not found");

    [Fact]
    public async Task A_clip_truncated_in_its_frames_is_refused_unless_damage_is_allowed()
    {
        string whole = clips.Counted("whole.mp4", 40, "-g 5 -movflags +faststart");
        string cut = clips.Truncated(whole, "cut.mp4", 0.7);

        await AssertBadAsync(cut, "the clip is damaged: the file ends after");

        List<DecodedFrame> kept = await DecodedFrame.AllAsync(cut, new VideoOptions { KeepDamaged = true });
        Assert.InRange(kept.Count, 5, 39);
        Assert.Equal(Enumerable.Range(0, 5), kept.Take(5).Select(frame => frame.Number));
    }

    [Fact]
    public async Task A_clip_without_frame_data_is_refused_even_if_damage_is_allowed()
    {
        string whole = clips.Counted("whole.mp4", 3, "-movflags +faststart");
        byte[] bytes = await File.ReadAllBytesAsync(whole, TestContext.Current.CancellationToken);
        string clip = clips.Truncated(whole, "gone.mp4", (bytes.AsSpan().IndexOf("mdat"u8) + 6.5) / bytes.Length);

        await AssertBadAsync(clip, "no frame could be decoded", new VideoOptions { KeepDamaged = true });
    }

    [Theory]
    [InlineData("list.mp4", "ffconcat version 1.0\nfile 'whole.mp4'\n")]
    [InlineData("list.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:1,\nwhole.mp4\n#EXT-X-ENDLIST\n")]
    public async Task A_playlist_disguised_as_a_clip_opens_no_other_file(string name, string list)
    {
        clips.Counted("whole.mp4", 3);

        await AssertBadAsync(clips.Text(name, list), "not a video that can be opened (Format not on whitelist");
    }

    [Fact]
    public async Task A_percent_sign_in_a_name_matches_no_other_file()
    {
        File.Move(clips.Make("a.png", ClipFolder.Counting, "-frames:v 1 -c:v png -f image2"), clips.Path("a1.png"));

        await AssertBadAsync(clips.Path("a%d.png"), "this clip is missing");
        await AssertBadAsync(clips.Text("a%d.png", "no picture"), "not a video that can be opened (Format not on whitelist");
    }

    private static async Task AssertBadAsync(string clip, string problem, VideoOptions? options = null)
    {
        BadFileException error = await Assert.ThrowsAsync<BadFileException>(() =>
            DecodedFrame.AllAsync(clip, options ?? new VideoOptions()));

        Assert.StartsWith(clip, error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
