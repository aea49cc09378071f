using Hasta.Recognition;
using Hasta.Recognition.Features;

namespace Hasta.Training.Data;

/// <summary>A prepared clip in memory, for training and evaluation.</summary>
/// <param name="Clip">Id of the clip.</param>
/// <param name="Gloss">The true gloss.</param>
/// <param name="Signer">Null if unknown.</param>
/// <param name="Body">Points in the signer's coordinate frame.</param>
internal sealed record LoadedClip(string Clip, string Gloss, string? Signer, NormalizedSequence Body)
{
    public TimeSpan Duration { get; init; }

    /// <summary>Why recognition rejects the clip as a sign; null if it may be one.</summary>
    public UnsureReason? Reason { get; init; }
}
