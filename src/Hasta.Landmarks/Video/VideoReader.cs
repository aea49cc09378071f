using System.Runtime.CompilerServices;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video;

/// <summary>Decodes a clip with an ffmpeg child process: every frame once, in order, upright, with its time.</summary>
public static class VideoReader
{
    /// <summary>
    /// Returns all frames of a clip, with one in memory: each frame's pixels are overwritten by the next. Leaving the loop ends ffmpeg.
    /// </summary>
    /// <exception cref="BadFileException">
    /// The clip is missing, empty, not a video, damaged (see <see cref="VideoOptions.KeepDamaged"/>) or without frames, or decoding hangs.
    /// </exception>
    /// <exception cref="MissingFfmpegException">ffmpeg is not installed.</exception>
    public static async IAsyncEnumerable<VideoFrame> ReadAsync(
        string path,
        VideoOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        VideoInfo info = await VideoInfo.ReadAsync(path, options.Ffmpeg ?? Ffmpeg.Find(), cancellationToken);
        await foreach (VideoFrame frame in ReadAsync(info, options, cancellationToken))
        {
            yield return frame;
        }
    }

    /// <inheritdoc cref="ReadAsync(string, VideoOptions, CancellationToken)"/>
    /// <remarks>Does not read the header again.</remarks>
    public static async IAsyncEnumerable<VideoFrame> ReadAsync(
        VideoInfo info,
        VideoOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        options.Validate();
        if (!options.KeepDamaged)
        {
            info.ThrowIfTruncated();
        }

        await using var stream = new FrameStream(info, options);
        while (await stream.NextAsync(cancellationToken) is { } frame)
        {
            yield return frame;
        }
    }
}
