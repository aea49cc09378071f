using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Programs;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Video.Treatments;

/// <summary>Interlaced and HDR clips are converted to look like ordinary ones, and ordinary ones are left unchanged.</summary>
[Trait("speed", "slow")]
public sealed class PictureTreatmentTests : IDisposable
{
    // A bar that moves by four pixels from field to field.
    private const string Moving = "color=gray:s=64x48:r=50,format=gray,geq=lum='if(lt(mod(X-4*N,64),16),235,16)',format=yuv420p";
    private const string Picture = "testsrc2=s=64x48:r=25,hue=s=0.2,"
        + "setparams=range=tv:colorspace=bt709:color_trc=bt709:color_primaries=bt709,format=yuv420p";
    private const string Lossless = "-c:v libx265 -preset ultrafast -x265-params lossless=1:log-level=none";

    private readonly ClipFolder clips = new();

    public static TheoryData<string, string, string, string> Interlaced => new()
    {
        { "a.ts", "interleave_top", "-c:v mpeg2video -q:v 1 -flags +ilme+ildct -top 1", "deinterlaced (tff)" },
        { "b.ts", "interleave_bottom", "-c:v mpeg2video -q:v 1 -flags +ilme+ildct -top 0", "deinterlaced (bff)" },
        { "a.mp4", "interleave_top", "-c:v libx264 -qp 1 -x264-params tff=1", "deinterlaced (tff)" },
        { "b.mkv", "interleave_bottom", "-c:v libx264 -qp 1 -x264-params bff=1", "deinterlaced (bff)" },

        // Here only the container declares interlacing, not the frames.
        { "c.mov", "interleave_top", "-c:v mjpeg -pix_fmt yuvj420p -q:v 1 -field_order tt", "deinterlaced (tff)" },
        { "d.mkv", "interleave_bottom", "-c:v ffv1 -field_order bb", "deinterlaced (bff)" },
    };

    [Theory]
    [MemberData(nameof(Interlaced))]
    public async Task Interlaced_frames_are_deinterlaced(string name, string mode, string codec, string treatment)
    {
        string clip = clips.Make(name, $"{Moving},tinterlace=mode={mode}", "-frames:v 20 " + codec);

        VideoInfo info = await ReadAsync(clip);
        List<DecodedFrame> frames = await DecodedFrame.AllAsync(clip);

        Assert.Equal(treatment, info.Treatment);
        Assert.Equal(20, frames.Count);
        Assert.Equal(Enumerable.Range(0, 20).Select(frame => frame * 0.04), frames.Select(frame => Math.Round(frame.Time.TotalSeconds, 2)));
        Assert.All(frames.Skip(1).SkipLast(1), frame => Assert.InRange(Combing(frame), 0, 6));
    }

    [Fact]
    public async Task Progressive_frames_are_unchanged()
    {
        string clip = clips.Make("a.mp4", Moving, "-frames:v 20 -c:v libx264 -qp 1");

        VideoInfo info = await ReadAsync(clip);

        Assert.Null(info.Treatment);
        Assert.Contains(
            "settb=1/1000000,showinfo@x=checksum=0,scale=64:48",
            DecoderArguments.Build(info, new VideoOptions(), "showinfo@x"));
    }

    [Theory]
    [InlineData("smpte2084")]
    [InlineData("arib-std-b67")]
    public async Task Hdr_is_mapped_to_ordinary_brightness(string transfer)
    {
        List<DecodedFrame> ordinary = await DecodedFrame.AllAsync(clips.Make("sdr.mp4", Picture, "-frames:v 5 -c:v libx264 -qp 0"));
        string clip = Hdr(transfer);

        VideoInfo info = await ReadAsync(clip);
        List<DecodedFrame> mapped = await DecodedFrame.AllAsync(clip);

        Assert.Equal($"tone-mapped ({transfer})", info.Treatment);
        Assert.Empty(info.Warnings);
        Assert.InRange(ordinary.Zip(mapped, Difference).Average(), 0, 12);
    }

    [Theory]
    [InlineData("zscale")]
    [InlineData("tonemap")]
    public async Task A_warning_is_reported_if_hdr_cannot_be_mapped(string missing)
    {
        string clip = Hdr("smpte2084");
        string real = Ffmpeg.Find().Program;
        Ffmpeg limited = clips.Script(
            $"case \"$*\" in *-filters*) '{real}' -hide_banner -filters | grep -v ' {missing} ';; *) exec '{real}' \"$@\";; esac");

        VideoInfo info = await VideoInfo.ReadAsync(clip, limited, TestContext.Current.CancellationToken);

        Assert.Null(info.Treatment);
        Assert.Contains("HDR (smpte2084)", Assert.Single(info.Warnings), StringComparison.Ordinal);
        Assert.Equal(5, (await DecodedFrame.AllAsync(clip, new VideoOptions { Ffmpeg = limited })).Count);
    }

    [Fact]
    public async Task Wide_colours_of_ordinary_brightness_are_mapped()
    {
        List<DecodedFrame> ordinary = await DecodedFrame.AllAsync(clips.Make("sdr.mp4", Picture, "-frames:v 5 -c:v libx264 -qp 0"));
        string clip = clips.Make(
            "wide.mp4",
            Picture + ",zscale=p=2020:m=2020_ncl:t=2020_10:r=tv,format=yuv420p10le",
            $"-frames:v 5 {Lossless}:colorprim=bt2020:transfer=bt2020-10:colormatrix=bt2020nc");

        Assert.Equal("colours mapped (bt2020)", (await ReadAsync(clip)).Treatment);
        Assert.InRange(ordinary.Zip(await DecodedFrame.AllAsync(clip), Difference).Average(), 0, 12);
    }

    public void Dispose() => clips.Dispose();

    private static Task<VideoInfo> ReadAsync(string clip) => VideoInfo.ReadAsync(clip, TestContext.Current.CancellationToken);

    private string Hdr(string transfer) => clips.Make(
        "hdr.mov",
        $"{Picture},zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=2020:t={transfer}:m=2020_ncl:r=tv:npl=203,format=yuv420p10le",
        $"-frames:v 5 {Lossless}:colorprim=bt2020:transfer={transfer}:colormatrix=bt2020nc -tag:v hvc1");

    /// <summary>Mean one-sided difference of rows from both neighbours: near 0 unless fields of two moments are interleaved.</summary>
    private static double Combing(DecodedFrame frame)
    {
        double sum = 0;
        for (int y = 1; y < frame.Height - 1; y++)
        {
            for (int x = 0; x < frame.Width; x++)
            {
                int row = frame.At(x, y)[1];
                (int above, int below) = (row - frame.At(x, y - 1)[1], row - frame.At(x, y + 1)[1]);
                sum += above * below > 0 ? Math.Min(Math.Abs(above), Math.Abs(below)) : 0;
            }
        }

        return sum / (frame.Width * frame.Height);
    }

    private static double Difference(DecodedFrame one, DecodedFrame other) => one.Rgb.Zip(other.Rgb, (a, b) => Math.Abs(a - b)).Average();
}
