namespace Hasta.Landmarks.Video.Treatments;

/// <summary>Chooses the video stream of a file that shows the clip.</summary>
internal static class VideoStreams
{
    // Image codecs: if a stream of another codec is at least as large, theirs is a preview or a cover.
    private static readonly HashSet<string> ImageCodecs =
        ["mjpeg", "mjpegb", "png", "apng", "bmp", "gif", "tiff", "webp", "jpeg2000", "jpegls", "ppm", "targa"];

    /// <summary>
    /// The default stream if it can be decoded, otherwise the largest. A cover, preview or still image only if there is nothing else.
    /// </summary>
    public static ProbedStream? Choose(IReadOnlyList<ProbedStream> streams, IReadOnlyList<ProbedFrame> frames)
    {
        IEnumerable<ProbedStream> candidates = streams;
        candidates = WhereOrAll(candidates, stream => stream is { Width: > 0, Height: > 0, CodecName: not null });
        candidates = WhereOrAll(candidates, stream => frames.Any(frame => frame.StreamIndex == stream.Index));
        candidates = WhereOrAll(candidates, stream => !IsStill(stream) && stream.NbFrames != 1);
        candidates = WhereOrAll(candidates, stream => !streams.Any(other => IsPreviewOf(stream, other)));
        candidates = WhereOrAll(candidates, stream => stream.Disposition is { Default: 1 });
        return candidates.MaxBy(Area);
    }

    private static bool IsStill(ProbedStream stream) =>
        stream.Disposition is { AttachedPic: 1 } or { TimedThumbnails: 1 } or { StillImage: 1 };

    private static bool IsPreviewOf(ProbedStream stream, ProbedStream other) =>
        ImageCodecs.Contains(stream.CodecName ?? "") && other.CodecName is { } codec && !ImageCodecs.Contains(codec)
        && Area(other) >= Area(stream);

    private static long Area(ProbedStream stream) => (long)stream.Width * stream.Height;

    private static ProbedStream[] WhereOrAll(IEnumerable<ProbedStream> streams, Func<ProbedStream, bool> condition)
    {
        ProbedStream[] all = [.. streams];
        ProbedStream[] matches = [.. all.Where(condition)];
        return matches.Length > 0 ? matches : all;
    }
}
