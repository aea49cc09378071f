namespace Hasta.Video;

/// <summary>Frames that are two fields of different moments: every second line shows where the hand was a moment before.</summary>
/// <param name="TopFieldFirst">Which field is the earlier one.</param>
/// <param name="IsFlagged">The frames themselves say so; false where the container alone does.</param>
internal sealed record Interlacing(bool TopFieldFirst, bool IsFlagged)
{
    public string Description => $"deinterlaced ({(TopFieldFirst ? "tff" : "bff")})";

    /// <returns>Null for a progressive stream.</returns>
    public static Interlacing? Of(ProbedStream stream, IReadOnlyList<ProbedFrame> frames)
    {
        ProbedFrame[] interlaced = [.. frames.Where(frame => frame.StreamIndex == stream.Index && frame.InterlacedFrame == 1)];
        return interlaced switch
        {
            [var first, ..] => new Interlacing(first.TopFieldFirst == 1, IsFlagged: true),

            // The first letter says which field is stored first, the second which is shown first.
            _ when stream.FieldOrder is "tt" or "bt" => new Interlacing(TopFieldFirst: true, IsFlagged: false),
            _ when stream.FieldOrder is "bb" or "tb" => new Interlacing(TopFieldFirst: false, IsFlagged: false),
            _ => null,
        };
    }

    /// <summary>One frame out for each frame in, at the same time. Where frames carry flags, those without one pass as they are.</summary>
    /// <returns>Null where this ffmpeg has no such filter.</returns>
    public string? FilterOf(IReadOnlySet<string> filters)
    {
        string? name = filters.Contains("bwdif") ? "bwdif" : filters.Contains("yadif") ? "yadif" : null;
        string choice = IsFlagged ? "parity=auto:deint=interlaced" : $"parity={(TopFieldFirst ? "tff" : "bff")}:deint=all";
        return name is null ? null : $"{name}=mode=send_frame:{choice}";
    }

    public static string Warning(bool turned) => turned
        ? "its frames are interlaced and stored turned, which is not deinterlaced; hands may be missed."
        : "its frames are interlaced, and this ffmpeg can deinterlace with neither bwdif nor yadif; hands may be missed.";
}
