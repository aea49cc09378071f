using Hasta.Datasets.Splits;

namespace Hasta.Datasets.Leakage;

/// <summary>Two clips that should not be in different splits.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="First">The clip in the earlier split: train before validation before test.</param>
/// <param name="Second">The other clip.</param>
internal sealed record Leak(LeakKind Kind, AssignedClip First, AssignedClip Second)
{
    /// <summary>Whether it is one recording in two splits, which is an error; otherwise it is a warning.</summary>
    public bool IsSameClip => Kind != LeakKind.NearTake;

    /// <summary>"train (as Hello/MVI_0042) and test (as Hello/MVI_0043)".</summary>
    public override string ToString() => $"{First.Set} (as {First.Clip}) and {Second.Set} (as {Second.Clip})";
}
