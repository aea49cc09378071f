namespace Hasta.Landmarks.Formats.Pose;

/// <summary>One component of a .pose header, such as a hand.</summary>
public sealed record PoseComponent
{
    public required string Name { get; init; }

    /// <summary>The meaning of a point's numbers, confidence last: <c>XYZC</c> or <c>XYC</c>.</summary>
    public required string Format { get; init; }

    public required IReadOnlyList<string> Points { get; init; }

    /// <summary>Pairs of point indices that a viewer connects with a line.</summary>
    public required IReadOnlyList<(ushort From, ushort To)> Limbs { get; init; }

    /// <summary>Red, green, blue 0..255; a viewer cycles through them over the points.</summary>
    public required IReadOnlyList<(ushort Red, ushort Green, ushort Blue)> Colours { get; init; }
}
