namespace Hasta.Landmarks.Video.Treatments;

/// <summary>Chooses among the picture streams of a file the one that shows the clip.</summary>
internal static class PictureStreams
{
    // Codecs of pictures: beside a stream of another codec that is no smaller, theirs is a preview or a cover.
    private static readonly HashSet<string> Still = ["mjpeg", "mjpegb", "png", "apng", "bmp", "gif", "tiff", "webp", "jpeg2000", "jpegls", "ppm", "targa"];

    /// <summary>The default stream where it can be decoded, else the largest; never a cover, a preview or a still picture unless there is nothing else.</summary>
    public static ProbedStream? Choose(IReadOnlyList<ProbedStream> streams, IReadOnlyList<ProbedFrame> frames)
    {
        IEnumerable<ProbedStream> left = streams;
        left = Only(left, stream => stream is { Width: > 0, Height: > 0, CodecName: not null });
        left = Only(left, stream => frames.Any(frame => frame.StreamIndex == stream.Index));
        left = Only(left, stream => stream.Disposition is not ({ AttachedPic: 1 } or { TimedThumbnails: 1 } or { StillImage: 1 }) && stream.NbFrames != 1);
        left = Only(left, stream => !streams.Any(other => IsPreviewBeside(stream, other)));
        left = Only(left, stream => stream.Disposition is { Default: 1 });
        return left.MaxBy(Area);
    }

    private static bool IsPreviewBeside(ProbedStream stream, ProbedStream other) =>
        Still.Contains(stream.CodecName ?? "") && other.CodecName is { } codec && !Still.Contains(codec) && Area(other) >= Area(stream);

    private static long Area(ProbedStream stream) => (long)stream.Width * stream.Height;

    private static ProbedStream[] Only(IEnumerable<ProbedStream> streams, Func<ProbedStream, bool> condition)
    {
        ProbedStream[] all = [.. streams];
        ProbedStream[] some = [.. all.Where(condition)];
        return some.Length > 0 ? some : all;
    }
}
