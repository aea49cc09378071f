namespace Hasta.Landmarks.MediaPipe.Detectors;

/// <summary>What sets one of MediaPipe's single-shot detectors apart from the others.</summary>
internal sealed record SsdFormat
{
    /// <summary>Of the square input, in pixels.</summary>
    public required int InputSize { get; init; }

    /// <summary>What a black channel becomes; a full one becomes 1.</summary>
    public required float Black { get; init; }

    /// <summary>One a layer, in pixels of the input, equal ones side by side.</summary>
    public required IReadOnlyList<int> Strides { get; init; }

    /// <summary>Key points that come with each box.</summary>
    public required int PointCount { get; init; }
}
