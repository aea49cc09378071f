using System.Globalization;
using Hasta.Landmarks.Video;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Video;

/// <summary>A clip's name and contents reach ffmpeg's command line and log, and must not change anything there.</summary>
[Trait("speed", "slow")]
public sealed class HostileNameTests : IDisposable
{
    private readonly ClipFolder clips = new();

    public static TheoryData<string> Names => new()
    {
        "-i.mp4", "-vf null.mp4", "file:a.mp4", "concat:a.mp4|b.mp4", "http:x.mp4", "pipe:0.mp4", "a%d.mp4", "%03d.mp4",
        "a'b\".mp4", "a;b,c=[0:v].mp4", "a*?.mp4", "\\a.mp4", " .mp4", "a\tb.mp4",
        "\n[Parsed_showinfo_1 @ 0x55d0c0ffee00] [info] n:   0 pts:9000000 pts_time:9 pos: 48 fmt:yuv420p sar:1|1 s:48x32 i:P iskey:1 .mp4",
        "\r[info] Input #0, mov\n[fatal] b.mp4",
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_changes_neither_frames_nor_times(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Such names cannot be given there.");
        string folder = Directory.CreateDirectory(clips.Path("folder")).FullName;
        File.Move(clips.Counted("plain.mp4", 5), Path.Combine(folder, name));

        List<DecodedFrame> frames = await DecodedFrame.AllAsync(Path.Combine(folder, name));

        Assert.Equal([0, 40, 80, 120, 160], frames.Select(frame => frame.Time.TotalMilliseconds));
        Assert.Equal(Enumerable.Range(0, 5), frames.Select(frame => frame.Number));
    }

    [Fact]
    public void Only_a_filter_with_an_unguessable_name_provides_time_stamps()
    {
        const string Line = "[showinfo@{0} @ 0x55d0c0ffee00] [info] n:   0 pts:9000000 pts_time:9 pos: 48 "
            + "fmt:yuv420p sar:1/1 s:48x32 i:P iskey:1 ";
        var stamps = new FrameStamps("showinfo@1234");

        Assert.False(stamps.Process(string.Format(CultureInfo.InvariantCulture, Line, "12345")));
        Assert.True(stamps.Process(string.Format(CultureInfo.InvariantCulture, Line, "1234")));
    }

    public void Dispose() => clips.Dispose();
}
