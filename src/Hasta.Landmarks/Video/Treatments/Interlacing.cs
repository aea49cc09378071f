namespace Hasta.Landmarks.Video.Treatments;

/// <summary>Frames that are two fields of different moments: every second line shows where the hand was a moment before.</summary>
/// <param name="TopFieldFirst">Which field is the earlier one.</param>
/// <param name="IsFlagged">The frames themselves say so; false where the container alone does.</param>
internal sealed record Interlacing(bool TopFieldFirst, bool IsFlagged)
{
    public string Description => $"deinterlaced ({Parity})";

    private string Parity => TopFieldFirst ? "tff" : "bff";

    /// <returns>Null for a progressive stream.</returns>
    public static Interlacing? Detect(ProbedStream stream, IReadOnlyList<ProbedFrame> frames)
    {
        ProbedFrame? flagged = frames.FirstOrDefault(frame => frame.StreamIndex == stream.Index && frame.InterlacedFrame == 1);

        // The first letter says which field is stored first, the second which is shown first. Where the frames say otherwise the container is right:
        // x264 numbers the fields the wrong way round unless it is told their order twice.
        bool? topFirst = stream.FieldOrder switch
        {
            "tt" or "bt" => true,
            "bb" or "tb" => false,
            _ => flagged is null ? null : flagged.TopFieldFirst == 1,
        };
        return topFirst is { } top ? new Interlacing(top, flagged is not null) : null;
    }

    /// <summary>One frame out for each frame in, at the same time. Where frames carry flags, those without one pass as they are.</summary>
    /// <returns>Null where this ffmpeg has no such filter.</returns>
    public string? FilterOf(IReadOnlySet<string> filters)
    {
        string? name = filters.Contains("bwdif") ? "bwdif" : filters.Contains("yadif") ? "yadif" : null;
        return name is null ? null : $"{name}=mode=send_frame:parity={Parity}:deint={(IsFlagged ? "interlaced" : "all")}";
    }

    public static string Warning(bool turned) => turned
        ? "its frames are interlaced and stored turned, which is not deinterlaced; hands may be missed."
        : "its frames are interlaced, and this ffmpeg can deinterlace with neither bwdif nor yadif; hands may be missed.";
}
