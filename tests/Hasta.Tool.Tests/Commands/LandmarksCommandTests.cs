using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.Video;
using Hasta.TestKit;
using SkiaSharp;

namespace Hasta.Tool.Tests.Commands;

[Trait("speed", "slow")]
public sealed class LandmarksCommandTests : IDisposable
{
    private readonly ClipFolder clips = new();
    private readonly TempFolder folder = new();

    [Fact]
    public async Task A_real_clip_becomes_landmarks_and_a_video_with_a_skeleton_on_the_signer()
    {
        string path = SharedData.Path("asl24-videos", "eat", "6.mp4");
        VideoInfo clip = await InfoAsync(path);

        string output = await CliRun.RunSuccessfullyAsync("landmarks", path, "--out", folder.At("a.pose"), "--overlay", folder.At("a.mp4"));

        LandmarkSequence landmarks = PoseFile.Read(folder.At("a.pose"));
        VideoInfo video = await InfoAsync(folder.At("a.mp4"));
        List<DecodedFrame> before = await DecodedFrame.AllAsync(path);
        List<DecodedFrame> after = await DecodedFrame.AllAsync(folder.At("a.mp4"));
        Assert.Contains($"{before.Count} frames of 640x360 at 30 frames/s", output, StringComparison.Ordinal);
        Assert.Contains("body 100 %, left hand 0 %, right hand 100 %, face 100 % of the frames", output, StringComparison.Ordinal);
        Assert.Equal((before.Count, before.Count), (landmarks.Frames.Count, after.Count));
        Assert.Equal((clip.Width, clip.Height, clip.Rate), (video.Width, video.Height, video.Rate));
        AssertDrawnOnTheBody(before[20], after[20], landmarks.Frames[20]);
        Assert.Equal([folder.At("a.mp4"), folder.At("a.pose")], Directory.GetFiles(folder.Path).Order());
    }

    [Fact]
    public async Task The_landmarks_equal_those_of_prepare()
    {
        string csv = folder.Write("clips.csv", $"file,gloss,signer\n{SharedData.Path("asl24-videos", "eat", "6.mp4")},eat,M\n");
        await CliRun.RunSuccessfullyAsync("prepare", csv, "--out", folder.At("data"), "--no-face");

        await CliRun.RunSuccessfullyAsync(
            "landmarks", SharedData.Path("asl24-videos", "eat", "6.mp4"), "--out", folder.At("a.pose"), "--no-face");

        string prepared = Assert.Single(Directory.GetFiles(folder.At("data", "poses"), "*.pose", SearchOption.AllDirectories));
        Assert.Equal(File.ReadAllBytes(prepared), File.ReadAllBytes(folder.At("a.pose")));
    }

    [Fact]
    public async Task With_max_height_the_overlay_is_small_and_landmarks_are_in_pixels_of_the_clip()
    {
        string path = SharedData.Path("asl24-videos", "eat", "6.mp4");

        await CliRun.RunSuccessfullyAsync(
            "landmarks", path, "--out", folder.At("new", "a.pose"), "--overlay", folder.At("new", "a.mp4"), "--no-face",
            "--max-height", "180", "--pose-model", "lite");

        LandmarkSequence landmarks = PoseFile.Read(folder.At("new", "a.pose"));
        VideoInfo video = await InfoAsync(folder.At("new", "a.mp4"));
        Assert.Equal((640, 360, 320, 180), (landmarks.Width, landmarks.Height, video.Width, video.Height));
        List<DecodedFrame> before = await DecodedFrame.AllAsync(path);
        List<DecodedFrame> after = await DecodedFrame.AllAsync(folder.At("new", "a.mp4"));
        LandmarkFrame frame = landmarks.Frames[20];
        (Landmark shoulder, Landmark elbow) = (frame[LandmarkLayout.LeftShoulder], frame[LandmarkLayout.LeftElbow]);
        (int x, int y) = ((int)((shoulder.X + elbow.X) / 2), (int)((shoulder.Y + elbow.Y) / 2));
        Assert.True(
            after[20].At(x / 2, y / 2)[1] > before[20].At(x, y)[1] + 40,
            $"({x}, {y}): {before[20].At(x, y)[1]} became {after[20].At(x / 2, y / 2)[1]}");
    }

    [Fact]
    public async Task A_landmark_file_is_rejected_with_a_hint_to_use_convert()
    {
        string pose = SharedData.Path("pose-files", "mediapipe-v0.1.pose");

        await AssertRefusedAsync("hasta convert", pose, "--out", folder.At("a.pose"));
    }

    [Fact]
    public async Task A_clip_without_a_person_is_written_with_a_warning()
    {
        CliRun run = await CliRun.RunAsync(
            "landmarks", clips.Counted("nobody.mp4", 8), "--out", folder.At("a.pose"), "--overlay", folder.At("a.png"), "--no-face");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("nobody was seen in any frame", run.Error, StringComparison.Ordinal);
        Assert.Equal(8, PoseFile.Read(folder.At("a.pose")).Frames.Count);
        using SKBitmap sheet = SKBitmap.Decode(folder.At("a.png"));
        Assert.Equal((8 + (4 * 56), 8 + (2 * 40)), (sheet.Width, sheet.Height));
    }

    [Fact]
    public async Task Only_the_requested_body_parts_are_reported()
    {
        string clip = clips.Counted("a.mp4", 3);

        string withoutFace = await CliRun.RunSuccessfullyAsync("landmarks", clip, "--out", folder.At("a.pose"), "--no-face");
        string hands = await CliRun.RunSuccessfullyAsync("landmarks", clip, "--out", folder.At("a.pose"), "--hands-only");

        Assert.Contains("Seen in: body 0 %, left hand 0 %, right hand 0 % of the frames", withoutFace, StringComparison.Ordinal);
        Assert.Contains("Seen in: left hand 0 %, right hand 0 % of the frames", hands, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_output_options_are_a_user_error() =>
        await AssertRefusedAsync("Give --out FILE.pose", clips.Counted("a.mp4", 2));

    [Fact]
    public async Task A_missing_clip_is_a_user_error() =>
        await AssertRefusedAsync("this clip is missing", clips.Path("none.mp4"), "--out", folder.At("a.pose"));

    [Fact]
    public async Task A_truncated_clip_leaves_no_files()
    {
        string truncated = clips.Truncated(SharedData.Path("asl24-videos", "eat", "1.mp4"), "torn.mp4", 0.5);

        await AssertRefusedAsync("torn.mp4", truncated, "--out", folder.At("a.pose"), "--overlay", folder.At("a.mp4"));
    }

    [Fact]
    public async Task The_clip_itself_is_rejected_as_output()
    {
        string clip = clips.Counted("a.mp4", 2);
        byte[] before = File.ReadAllBytes(clip);

        await AssertRefusedAsync("this is the clip itself", clip, "--overlay", clip);

        Assert.Equal(before, File.ReadAllBytes(clip));
    }

    public void Dispose()
    {
        clips.Dispose();
        folder.Dispose();
    }

    private static Task<VideoInfo> InfoAsync(string path) => VideoInfo.ReadAsync(path, TestContext.Current.CancellationToken);

    /// <summary>The middle of the upper arm became lighter; the corner of the frame is unchanged.</summary>
    private static void AssertDrawnOnTheBody(DecodedFrame before, DecodedFrame after, LandmarkFrame landmarks)
    {
        (Landmark shoulder, Landmark elbow) = (landmarks[LandmarkLayout.LeftShoulder], landmarks[LandmarkLayout.LeftElbow]);
        (int x, int y) = ((int)((shoulder.X + elbow.X) / 2), (int)((shoulder.Y + elbow.Y) / 2));
        Assert.True(after.At(x, y)[1] > before.At(x, y)[1] + 60, $"({x}, {y}): {before.At(x, y)[1]} became {after.At(x, y)[1]}");
        Assert.InRange(after.At(5, 5)[1] - before.At(5, 5)[1], -12, 12);
    }

    private async Task AssertRefusedAsync(string reason, params string[] arguments)
    {
        CliRun run = await CliRun.RunAsync(["landmarks", .. arguments]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
