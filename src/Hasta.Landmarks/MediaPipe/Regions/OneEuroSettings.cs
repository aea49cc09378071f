namespace Hasta.Landmarks.MediaPipe.Regions;

/// <summary>The cutoff frequencies of a <see cref="OneEuroFilter"/> at rest and in motion.</summary>
internal sealed record OneEuroSettings
{
    /// <summary>Hz, for a value at rest.</summary>
    public required double MinCutoff { get; init; }

    /// <summary>Hz added per object size per second.</summary>
    public required double Beta { get; init; }

    /// <summary>Hz, for the speed itself.</summary>
    public required double SpeedCutoff { get; init; }
}
