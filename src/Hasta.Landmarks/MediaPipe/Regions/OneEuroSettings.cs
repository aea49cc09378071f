namespace Hasta.Landmarks.MediaPipe.Regions;

/// <summary>How a <see cref="OneEuroFilter"/> weighs rest against motion.</summary>
internal sealed record OneEuroSettings
{
    /// <summary>Hz, of a resting value.</summary>
    public required double MinCutoff { get; init; }

    /// <summary>Hz gained for each object size a second.</summary>
    public required double Beta { get; init; }

    /// <summary>Hz, of the speed itself.</summary>
    public required double SpeedCutoff { get; init; }
}
