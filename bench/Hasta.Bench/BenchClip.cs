using CliWrap;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Bench;

/// <summary>Prepares a clip of a signer who uses both hands, at a chosen size.</summary>
internal static class BenchClip
{
    /// <summary>Creates an H.264 copy of a clip, scaled to a height, in a temporary folder. An existing copy is reused.</summary>
    /// <param name="source">The clip to copy.</param>
    /// <param name="height">Height in pixels; the width keeps the aspect ratio.</param>
    /// <param name="seconds">Length of the copy; a shorter clip is repeated.</param>
    public static async Task<string> ScaleAsync(string source, int height, int seconds)
    {
        string folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "hasta-bench")).FullName;
        string clip = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(source)}-{height}p-{seconds}s.mp4");
        if (!File.Exists(clip))
        {
            await Cli.Wrap(Ffmpeg.Find().Program)
                .WithArguments(
                [
                    "-v", "error", "-y", "-stream_loop", "-1", "-i", source, "-t", $"{seconds}",
                    "-vf", $"scale=-2:{height}", "-an", "-c:v", "libx264", "-preset", "fast", clip,
                ])
                .ExecuteAsync();
        }

        return clip;
    }

    /// <summary>Returns every frame of a clip, each with its own copy of the pixels.</summary>
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
