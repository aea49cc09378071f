namespace Hasta.Landmarks.MediaPipe.Detectors;

/// <summary>The parameters in which MediaPipe's single-shot detectors differ.</summary>
internal sealed record SsdFormat
{
    /// <summary>Size of the square input, in pixels.</summary>
    public required int InputSize { get; init; }

    /// <summary>Input value of a black channel; a channel at its maximum becomes 1.</summary>
    public required float Black { get; init; }

    /// <summary>One per layer, in pixels of the input, with equal strides adjacent.</summary>
    public required IReadOnlyList<int> Strides { get; init; }

    /// <summary>Number of points per box.</summary>
    public required int PointCount { get; init; }
}
