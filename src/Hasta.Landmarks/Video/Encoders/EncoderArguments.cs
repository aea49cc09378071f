namespace Hasta.Landmarks.Video.Encoders;

/// <summary>
/// ffmpeg's command line: a <see cref="MatroskaStream"/> on stdin -> an mp4 that plays everywhere, with its index at the front.
/// </summary>
internal static class EncoderArguments
{
    /// <summary>The preferred encoder, which is not in every build of ffmpeg.</summary>
    public const string H264 = "libx264";

    // A whole number of ticks per frame at 24, 25, 30, 29.97, 50 and 60 frames/s, and within MPEG-4's limit of 65535.
    private const string TicksPerSecond = "60000";

    // Odd sizes get a black line at the right or bottom, because yuv420p needs even sizes: no pixel is lost and no landmark moves.
    private const string Filters = "pad=ceil(iw/2)*2:ceil(ih/2)*2,scale=out_color_matrix=bt709:out_range=tv";

    /// <param name="clip">Its <see cref="VideoInfo.FfmpegVersion"/> selects the options.</param>
    /// <param name="encoder"><see cref="H264"/>, or another encoder of lower quality.</param>
    /// <param name="path">The file to write; it exists and is empty.</param>
    public static string[] Build(VideoInfo clip, string encoder, string path) =>
    [
        "-hide_banner", "-nostats", "-loglevel", "level+error", "-protocol_whitelist", "file,pipe", "-f", "matroska", "-i", "pipe:0",
        "-vf", Filters, .. DecoderArguments.EveryFrame(clip.FfmpegVersion), "-enc_time_base", "1/" + TicksPerSecond,
        "-c:v", encoder, .. encoder == H264 ? new[] { "-preset", "veryfast", "-crf", "19" } : ["-q:v", "3"],
        "-pix_fmt", "yuv420p", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
        "-video_track_timescale", TicksPerSecond, "-movflags", "+faststart", "-f", "mp4", "-y", "file:" + path,
    ];
}
