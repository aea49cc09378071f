namespace Hasta.Landmarks.Formats.Pose;

/// <summary>The header of a .pose file.</summary>
public sealed record PoseHeader
{
    public const float LatestVersion = 0.2f;

    /// <summary>Of all components together.</summary>
    public const int MaxPoints = 4096;

    private const int MaxDimensions = 7;

    /// <summary>0, 0.1 or 0.2.</summary>
    public required float Version { get; init; }

    /// <summary>Pixels.</summary>
    public required ushort Width { get; init; }

    /// <summary>Pixels.</summary>
    public required ushort Height { get; init; }

    public required ushort Depth { get; init; }

    public required IReadOnlyList<PoseComponent> Components
    {
        get;
        init
        {
            field = value;
            PointCount = value.Sum(component => component.Points.Count);
            Dimensions = value.Select(component => component.Format.Length).DefaultIfEmpty().Max() - 1;
        }
    }

    /// <summary>Points of all components together.</summary>
    public int PointCount { get; private init; }

    /// <summary>Coordinates a point: the longest format less its confidence.</summary>
    public int Dimensions { get; private init; }

    /// <summary>Whether there are points, no more than any body has, of coordinates and a confidence.</summary>
    public bool IsUsable =>
        Components.Count > 0
        && Components.All(component => component.Format.Length > 0)
        && PointCount is > 0 and <= MaxPoints
        && Dimensions is >= 1 and <= MaxDimensions;
}
