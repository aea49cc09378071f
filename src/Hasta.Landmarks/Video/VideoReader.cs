using System.Runtime.CompilerServices;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video;

/// <summary>Decodes a clip with an ffmpeg child process: every frame once, in order, upright, with its own time.</summary>
public static class VideoReader
{
    /// <summary>All frames of a clip, one in memory: each frame's pixels are overwritten by the next. Leaving the loop ends ffmpeg.</summary>
    /// <exception cref="BadFileException">Missing, empty, no video, damaged (see <see cref="VideoOptions.KeepDamaged"/>), without a frame, or hung.</exception>
    /// <exception cref="MissingFfmpegException">ffmpeg is not installed.</exception>
    public static async IAsyncEnumerable<VideoFrame> ReadAsync(
        string path,
        VideoOptions options,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        VideoFacts facts = await VideoFacts.ReadAsync(path, options.Ffmpeg ?? Ffmpeg.Find(), cancellation);
        await foreach (VideoFrame frame in ReadAsync(facts, options, cancellation))
        {
            yield return frame;
        }
    }

    /// <inheritdoc cref="ReadAsync(string, VideoOptions, CancellationToken)"/>
    /// <remarks>Saves a second look at the header where the facts are known.</remarks>
    public static async IAsyncEnumerable<VideoFrame> ReadAsync(
        VideoFacts facts,
        VideoOptions options,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        options.Validate();
        if (!options.KeepDamaged)
        {
            facts.RefuseCut();
        }

        await using var stream = new FrameStream(facts, options);
        while (await stream.NextAsync(cancellation) is { } frame)
        {
            yield return frame;
        }
    }
}
