using Hasta.Datasets;
using Hasta.Recognition;
using Hasta.Recognition.Features;

namespace Hasta.Training.Data;

/// <summary>A prepared clip in memory.</summary>
/// <param name="Entry">Its line of the manifest.</param>
/// <param name="Body">Its points in the signer's frame.</param>
internal sealed record LoadedClip(ManifestEntry Entry, NormalizedSequence Body)
{
    /// <summary>Why it cannot be a sign, as recognition says; null where it may be one.</summary>
    public UnsureReason? Reason { get; init; }
}
