namespace Hasta.Landmarks.Video.Treatments;

/// <summary>Frames of two fields from different times: every second line shows an earlier position of the hand.</summary>
/// <param name="TopFieldFirst">Whether the top field is the earlier one.</param>
/// <param name="IsFlagged">Whether the frames are flagged as interlaced; false if only the container is.</param>
internal sealed record Interlacing(bool TopFieldFirst, bool IsFlagged)
{
    public string Description => $"deinterlaced ({Parity})";

    private string Parity => TopFieldFirst ? "tff" : "bff";

    /// <returns>Null for a progressive stream.</returns>
    public static Interlacing? Detect(ProbedStream stream, IReadOnlyList<ProbedFrame> frames)
    {
        ProbedFrame? flagged = frames.FirstOrDefault(frame => frame.StreamIndex == stream.Index && frame.InterlacedFrame == 1);

        // The first letter is the field stored first, the second the field shown first. If the frames disagree, the container is right:
        // x264 swaps the fields unless their order is specified twice.
        bool? topFirst = stream.FieldOrder switch
        {
            "tt" or "bt" => true,
            "bb" or "tb" => false,
            _ => flagged is null ? null : flagged.TopFieldFirst == 1,
        };
        return topFirst is { } top ? new Interlacing(top, flagged is not null) : null;
    }

    /// <summary>Outputs one frame per input frame, at the same time. If frames have flags, frames without one are unchanged.</summary>
    /// <returns>Null if this ffmpeg has no such filter.</returns>
    public string? FilterOf(IReadOnlySet<string> filters)
    {
        string? name = filters.Contains("bwdif") ? "bwdif" : filters.Contains("yadif") ? "yadif" : null;
        return name is null ? null : $"{name}=mode=send_frame:parity={Parity}:deint={(IsFlagged ? "interlaced" : "all")}";
    }

    public static string Warning(bool rotated) => rotated
        ? "its frames are interlaced and stored rotated, which cannot be deinterlaced; hands may be missed."
        : "its frames are interlaced, and this ffmpeg has neither bwdif nor yadif to deinterlace them; hands may be missed.";
}
