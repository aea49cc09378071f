using CliWrap;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Bench;

/// <summary>A clip of somebody signing with both hands, at a chosen size.</summary>
internal static class BenchClip
{
    /// <summary>An H.264 copy of a clip, its picture scaled to a height, in a folder of temporary files; made once.</summary>
    /// <param name="source">A clip.</param>
    /// <param name="height">Pixels; the width follows.</param>
    /// <param name="seconds">The copy's length; a shorter clip is repeated.</param>
    public static async Task<string> ScaleAsync(string source, int height, int seconds)
    {
        string folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "hasta-bench")).FullName;
        string clip = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(source)}-{height}p-{seconds}s.mp4");
        if (!File.Exists(clip))
        {
            await Cli.Wrap(Ffmpeg.Find().Program)
                .WithArguments(
                    ["-v", "error", "-y", "-stream_loop", "-1", "-i", source, "-t", $"{seconds}", "-vf", $"scale=-2:{height}", "-an", "-c:v", "libx264", "-preset", "fast", clip])
                .ExecuteAsync();
        }

        return clip;
    }

    /// <summary>Every frame of a clip, each with pixels of its own.</summary>
    public static async Task<List<VideoFrame>> ReadAsync(string clip)
    {
        var frames = new List<VideoFrame>();
        await foreach (var frame in VideoReader.ReadAsync(clip, new VideoOptions()))
        {
            frames.Add(frame with { Rgb = frame.Rgb.ToArray() });
        }

        return frames;
    }
}
