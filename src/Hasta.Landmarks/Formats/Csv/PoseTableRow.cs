namespace Hasta.Landmarks.Formats.Csv;

/// <summary>One row of a <see cref="PoseTable"/>: a point of a person in a frame.</summary>
internal sealed record PoseTableRow
{
    /// <summary>Line number as shown in an editor: the header is line 1.</summary>
    public required int Number { get; init; }

    /// <summary>From 0, like <see cref="Person"/>.</summary>
    public required int Frame { get; init; }

    public required int Person { get; init; }

    public required string Component { get; init; }

    public required string Point { get; init; }

    /// <summary>Pixels; 0 if the cell is empty.</summary>
    public required float[] Coordinates { get; init; }

    /// <summary>0..1, 0 = missing.</summary>
    public required float Confidence { get; init; }
}
