namespace Hasta.Landmarks.Formats.Pose;

/// <summary>The header of a .pose file.</summary>
public sealed record PoseHeader
{
    public const float LatestVersion = 0.2f;

    /// <summary>Total over all components.</summary>
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

    /// <summary>Number of points of all components.</summary>
    public int PointCount { get; private init; }

    /// <summary>Coordinates per point: the length of the longest format without its confidence.</summary>
    public int Dimensions { get; private init; }

    /// <summary>Whether the header has a plausible number of points, each with coordinates and a confidence.</summary>
    public bool IsUsable =>
        Components.Count > 0
        && Components.All(component => component.Format.Length > 0)
        && PointCount is > 0 and <= MaxPoints
        && Dimensions is >= 1 and <= MaxDimensions;
}
