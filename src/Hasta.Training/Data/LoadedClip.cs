using Hasta.Recognition;
using Hasta.Recognition.Features;

namespace Hasta.Training.Data;

/// <summary>A prepared clip in memory, for training and for evaluation.</summary>
/// <param name="Clip">Its id.</param>
/// <param name="Gloss">The true one.</param>
/// <param name="Signer">Null where not known.</param>
/// <param name="Body">Its points in the signer's frame.</param>
internal sealed record LoadedClip(string Clip, string Gloss, string? Signer, NormalizedSequence Body)
{
    public TimeSpan Duration { get; init; }

    /// <summary>Why it cannot be a sign, as recognition says; null where it may be one.</summary>
    public UnsureReason? Reason { get; init; }
}
