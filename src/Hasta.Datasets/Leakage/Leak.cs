using Hasta.Datasets.Splits;

namespace Hasta.Datasets.Leakage;

/// <summary>Two clips that ought not to stand in different parts.</summary>
/// <param name="Kind">Why not.</param>
/// <param name="First">The one of the part that comes first: train before validation before test.</param>
/// <param name="Second">The other.</param>
internal sealed record Leak(LeakKind Kind, AssignedClip First, AssignedClip Second)
{
    /// <summary>One recording in two parts, which is refused; else a warning.</summary>
    public bool IsSameClip => Kind != LeakKind.NearTake;

    /// <summary>"train (as Hello/MVI_0042) and test (as Hello/MVI_0043)".</summary>
    public override string ToString() => $"{First.Set} (as {First.Clip}) and {Second.Set} (as {Second.Clip})";
}
