using Hasta.Landmarks.Formats.Pose;

namespace Hasta.Landmarks.Formats;

/// <summary>Settings of a conversion that are not in the input file.</summary>
internal sealed record PoseConversionOptions
{
    /// <summary>Version of the .pose file to write: 0, 0.1 or 0.2.</summary>
    public float Version { get; init; } = PoseHeader.LatestVersion;

    /// <summary>Frames per second, which overrides the file's value; null to use that.</summary>
    public float? Fps { get; init; }

    /// <summary>Frame size in pixels, which overrides the file's value; null to use that.</summary>
    public (int Width, int Height)? Size { get; init; }

    /// <summary>Units of the input's coordinates; the output is in pixels.</summary>
    public CoordinateUnits Units { get; init; }

    /// <summary>Number of the only person to keep, from 1; null for all.</summary>
    public int? Person { get; init; }
}
