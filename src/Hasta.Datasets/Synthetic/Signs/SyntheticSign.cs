namespace Hasta.Datasets.Synthetic.Signs;

/// <summary>
/// One invented sign. It is loosely modelled on how signs are built (hand shape, place, orientation, movement) and is not a sign of any
/// real language: it must not be used as teaching material.
/// </summary>
internal sealed record SyntheticSign
{
    /// <summary>The gloss; it always starts with <c>syn-</c>, so that it is never taken for a real gloss.</summary>
    public required string Gloss { get; init; }

    /// <summary>The sign in words.</summary>
    public required string Description { get; init; }

    /// <summary>The signer's preferred hand.</summary>
    public required HandAction Dominant { get; init; }

    /// <summary>The other hand; at rest if null.</summary>
    public HandAction? Other { get; init; }

    /// <summary>Length of the stroke at tempo 1.</summary>
    public float StrokeSeconds { get; init; } = 0.95f;
}
