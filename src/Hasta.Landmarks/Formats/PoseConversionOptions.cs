using Hasta.Landmarks.Formats.Pose;

namespace Hasta.Landmarks.Formats;

/// <summary>What a conversion cannot learn from the file it reads.</summary>
internal sealed record PoseConversionOptions
{
    /// <summary>Of the .pose file to write: 0, 0.1 or 0.2.</summary>
    public float Version { get; init; } = PoseHeader.LatestVersion;

    /// <summary>Frames per second, instead of what the file says; null where the file says it.</summary>
    public float? Fps { get; init; }

    /// <summary>Of the picture, in pixels, instead of what the file says; null where the file says it.</summary>
    public (int Width, int Height)? Size { get; init; }

    /// <summary>What the input's coordinates are measured in; the output's are pixels.</summary>
    public CoordinateUnits Units { get; init; }

    /// <summary>The only person to keep, from 1; null for all.</summary>
    public int? Person { get; init; }
}
