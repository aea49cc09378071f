using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hasta.Landmarks.Video;

/// <summary>ffprobe's JSON output.</summary>
internal sealed record ProbeOutput(ProbedVersion? ProgramVersion, ProbedStream[]? Streams, ProbedFrame[]? Frames, ProbedFormat? Format)
{
    /// <summary>Packets to decode to detect how the frames are coded.</summary>
    private const string Packets = "24";

    private const string Entries = "program_version=version"
        + ":stream=index,codec_name,width,height,sample_aspect_ratio,r_frame_rate,avg_frame_rate,duration,nb_frames,field_order"
        + ",color_transfer,color_space,color_primaries"
        + ":stream_disposition=default,attached_pic,timed_thumbnails,still_image:stream_tags=rotate,DURATION:stream_side_data=rotation"
        + ":frame=stream_index,interlaced_frame,top_field_first:format=format_name,nb_streams,start_time,duration";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    /// <summary>The ffprobe options that produce this output.</summary>
    public static string[] Arguments { get; } =
    [
        "-hide_banner", "-loglevel", "level+error", "-select_streams", "V", "-show_program_version", "-read_intervals", "%+#" + Packets,
        "-show_entries", Entries, "-of", "json",
    ];

    /// <exception cref="JsonException">The text is not such output.</exception>
    public static ProbeOutput Parse(string answer) =>
        JsonSerializer.Deserialize<ProbeOutput>(answer, Json) ?? throw new JsonException("the answer is null");

    /// <summary>Parses a length as ffprobe writes it; null if it is unknown or not plausible.</summary>
    public static TimeSpan? Length(string? seconds) => Seconds(seconds) is > 0 and var value ? TimeSpan.FromSeconds(value) : null;

    /// <summary>Parses a time as ffprobe writes it; zero if it is unknown.</summary>
    public static TimeSpan Time(string? seconds) => TimeSpan.FromSeconds(Seconds(seconds) ?? 0);

    private static double? Seconds(string? text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out double seconds) && Math.Abs(seconds) < 1e7 ? seconds : null;
}

/// <param name="Version">The version as the program reports it.</param>
internal sealed record ProbedVersion(string? Version);

/// <summary>The container.</summary>
internal sealed record ProbedFormat(string? FormatName, int NbStreams, string? StartTime, string? Duration);

/// <summary>One decoded frame: 1 means yes.</summary>
internal sealed record ProbedFrame(int StreamIndex, int InterlacedFrame, int TopFieldFirst);

/// <summary>The disposition flags of a stream: 1 means yes.</summary>
internal sealed record ProbedDisposition(int Default, int AttachedPic, int TimedThumbnails, int StillImage);

/// <param name="Rotate">Degrees clockwise.</param>
/// <param name="Duration">As <c>00:00:01.289000000</c>, in the format of Matroska muxers.</param>
internal sealed record ProbedTags(string? Rotate, [property: JsonPropertyName("DURATION")] string? Duration);

/// <param name="Rotation">Degrees counter-clockwise.</param>
internal sealed record ProbedSideData(double? Rotation);

/// <summary>One video stream.</summary>
internal sealed record ProbedStream(
    int Index,
    string? CodecName,
    int Width,
    int Height,
    string? SampleAspectRatio,
    string? RFrameRate,
    string? AvgFrameRate,
    string? Duration,
    int? NbFrames,
    string? FieldOrder,
    string? ColorTransfer,
    string? ColorSpace,
    string? ColorPrimaries,
    ProbedDisposition? Disposition,
    ProbedTags? Tags,
    ProbedSideData[]? SideDataList);
