using System.Globalization;

namespace Hasta.Video;

/// <summary>ffmpeg's command line: every frame once, upright, as rgb24 on stdout, its time stamp on stderr.</summary>
internal static class DecoderArguments
{
    public static string[] Of(VideoFacts facts, VideoOptions options)
    {
        string threads = options.Threads.ToString(CultureInfo.InvariantCulture);
        return
        [
            "-hide_banner", "-nostdin", "-nostats", "-loglevel", "repeat+level+info", .. options.KeepDamaged ? [] : new[] { "-xerror" },
            "-filter_threads", threads, "-threads", threads, .. LocalInput.Arguments(facts.Path),
            "-map", "0:V:0", "-vf", Filters(facts), .. EveryFrame(facts.FfmpegVersion), "-pix_fmt", "rgb24", "-f", "rawvideo", "pipe:1",
        ];
    }

    // Time stamps in microseconds; the scale holds the frame size should the stream change its own midway, and does nothing else.
    private static string Filters(VideoFacts facts) =>
        string.Create(CultureInfo.InvariantCulture, $"settb=1/1000000,showinfo=checksum=0,scale={facts.Width}:{facts.Height}");

    // -fps_mode came with 5.1 and replaces -vsync; versions that are no number are builds of the day.
    internal static string[] EveryFrame(string ffmpegVersion)
    {
        string number = new([.. ffmpegVersion.TrimStart('n').TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.')]);
        bool old = Version.TryParse(number, out Version? version) && version < new Version(5, 1);
        return [old ? "-vsync" : "-fps_mode", "passthrough"];
    }
}
