namespace Hasta.Landmarks.Files;

/// <summary>The header of a .pose file.</summary>
public sealed record PoseHeader
{
    /// <summary>0, 0.1 or 0.2.</summary>
    public required float Version { get; init; }

    /// <summary>Pixels.</summary>
    public required ushort Width { get; init; }

    /// <summary>Pixels.</summary>
    public required ushort Height { get; init; }

    public required ushort Depth { get; init; }

    public required IReadOnlyList<PoseComponent> Components { get; init; }

    /// <summary>Points of all components together.</summary>
    public int PointCount => Components.Sum(component => component.Points.Count);

    /// <summary>Coordinates a point: the longest format less its confidence.</summary>
    public int Dimensions => Components.Max(component => component.Format.Length) - 1;
}
