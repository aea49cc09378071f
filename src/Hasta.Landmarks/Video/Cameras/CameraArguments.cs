using System.Globalization;

namespace Hasta.Landmarks.Video.Cameras;

/// <summary>
/// ffmpeg's command line for a camera: each frame as it arrives, as rgb24 on stdout; its arrival time and size on stderr.
/// </summary>
internal static class CameraArguments
{
    private const int MacFps = 30;

    public static string[] Build(CameraConfig config, string device, string ffmpegVersion) =>
    [
        "-hide_banner", "-nostdin", "-nostats", "-loglevel", "repeat+level+info",
        "-fflags", "nobuffer", "-use_wallclock_as_timestamps", "1",
        .. Input(config, device), "-map", "0:V:0", "-vf", "settb=1/1000000,showinfo=checksum=0",
        .. DecoderArguments.EveryFrame(ffmpegVersion), "-pix_fmt", "rgb24", "-f", "rawvideo", "pipe:1",
    ];

    private static string[] Input(CameraConfig config, string device) => config.System switch
    {
        CameraSystem.V4l2 => ["-f", "v4l2", .. CodecOption("-input_format", config), .. SizeAndRate(config), "-i", device],
        CameraSystem.AvFoundation =>
            ["-f", "avfoundation", .. SizeAndRate(config with { Fps = config.Fps ?? MacFps }), "-i", device + ":none"],
        CameraSystem.DirectShow =>
            ["-f", "dshow", "-rtbufsize", "64M", .. CodecOption("-vcodec", config), .. SizeAndRate(config), "-i", "video=" + device],
        _ => ["-re", "-f", "lavfi", "-i", device],
    };

    private static string[] CodecOption(string option, CameraConfig config) => config.Codec is { } codec ? [option, codec] : [];

    private static string[] SizeAndRate(CameraConfig config) =>
    [
        .. config is { Width: { } width, Height: { } height }
            ? ["-video_size", string.Create(CultureInfo.InvariantCulture, $"{width}x{height}")]
            : Array.Empty<string>(),
        .. config.Fps is { } fps ? ["-framerate", fps.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
    ];
}
