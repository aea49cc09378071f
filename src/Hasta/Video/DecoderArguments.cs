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
            "-map", "0:V:0", "-vf", Filters(facts, options.FrameSizeOf(facts)), .. EveryFrame(facts.FfmpegVersion), "-pix_fmt", "rgb24", "-f", "rawvideo", "pipe:1",
        ];
    }

    // Time stamps in microseconds; the scale also holds the frame size should the stream change its own midway.
    // To scale down it takes the mean of all pixels that become one, which is quicker than ffmpeg's own choice and invents nothing.
    private static string Filters(VideoFacts facts, (int Width, int Height) size)
    {
        string mean = size.Height < facts.Height ? ":flags=area" : "";
        return string.Create(CultureInfo.InvariantCulture, $"settb=1/1000000,showinfo=checksum=0,scale={size.Width}:{size.Height}{mean}");
    }

    // -fps_mode came with 5.1 and replaces -vsync; versions that are no number are builds of the day.
    internal static string[] EveryFrame(string ffmpegVersion)
    {
        string number = new([.. ffmpegVersion.TrimStart('n').TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.')]);
        bool old = Version.TryParse(number, out Version? version) && version < new Version(5, 1);
        return [old ? "-vsync" : "-fps_mode", "passthrough"];
    }
}
