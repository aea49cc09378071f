namespace Hasta.Landmarks.Formats.Csv;

/// <summary>One point of a person in a frame, as a <see cref="PoseTable"/> holds it.</summary>
internal sealed record PoseTableLine
{
    /// <summary>As an editor shows it: the header is 1.</summary>
    public required int Number { get; init; }

    /// <summary>From 0, as the next.</summary>
    public required int Frame { get; init; }

    public required int Person { get; init; }

    public required string Component { get; init; }

    public required string Point { get; init; }

    /// <summary>Pixels; 0 where the cell is empty.</summary>
    public required float[] Coordinates { get; init; }

    /// <summary>0..1, 0 = missing.</summary>
    public required float Confidence { get; init; }
}
