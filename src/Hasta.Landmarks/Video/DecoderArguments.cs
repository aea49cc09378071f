using System.Globalization;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video;

/// <summary>ffmpeg's command line for a clip: every frame once, upright, as rgb24 on stdout; time stamps on stderr.</summary>
internal static class DecoderArguments
{
    /// <param name="info">Which clip and stream, and how its frames are filtered.</param>
    /// <param name="options">Size, threads, and whether the first damage ends decoding.</param>
    /// <param name="stampFilter">A name for the filter that writes the stamps.</param>
    public static string[] Build(VideoInfo info, VideoOptions options, string stampFilter)
    {
        string threads = options.Threads.ToString(CultureInfo.InvariantCulture);
        return
        [
            "-hide_banner", "-nostdin", "-nostats", "-loglevel", "repeat+level+info",
            .. options.KeepDamaged ? [] : new[] { "-xerror" },
            "-filter_threads", threads, "-threads", threads, .. LocalInput.Arguments(info.Path),
            "-map", string.Create(CultureInfo.InvariantCulture, $"0:{info.Stream}"),
            "-vf", Filters(info, options.FrameSizeOf(info), stampFilter),
            .. EveryFrame(info.FfmpegVersion), "-pix_fmt", "rgb24", "-f", "rawvideo", "pipe:1",
        ];
    }

    // Time stamps are in microseconds; scale also keeps the frame size constant if the stream's size changes midway.
    // Scaling down averages all source pixels of a target pixel, which is faster than ffmpeg's default and creates no new detail.
    private static string Filters(VideoInfo info, (int Width, int Height) size, string stampFilter)
    {
        string mean = size.Height < info.Height ? ":flags=area" : "";
        string scaled = string.Create(
            CultureInfo.InvariantCulture, $"settb=1/1000000,{stampFilter}=checksum=0,scale={size.Width}:{size.Height}{mean}");
        return string.Join(',', new[] { info.Steps.Deinterlacing, scaled, info.Steps.Colour }.OfType<string>());
    }

    // -fps_mode replaces -vsync since 5.1; versions that are not a number are nightly builds.
    internal static string[] EveryFrame(string ffmpegVersion)
    {
        string number = new([.. ffmpegVersion.TrimStart('n').TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.')]);
        bool old = Version.TryParse(number, out Version? version) && version < new Version(5, 1);
        return [old ? "-vsync" : "-fps_mode", "passthrough"];
    }
}
