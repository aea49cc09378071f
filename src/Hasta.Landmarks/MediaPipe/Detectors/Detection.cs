using System.Numerics;
using Hasta.Landmarks.MediaPipe.Regions;

namespace Hasta.Landmarks.MediaPipe.Detectors;

/// <summary>An object found by a detector, in 0..1 of its input square.</summary>
internal sealed record Detection
{
    /// <summary>0..1.</summary>
    public required float Score { get; init; }

    public required Box Box { get; init; }

    public required IReadOnlyList<Vector2> Points { get; init; }
}
