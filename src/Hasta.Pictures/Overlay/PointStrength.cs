namespace Hasta.Pictures.Overlay;

/// <summary>How a point is drawn, by its confidence.</summary>
internal enum PointStrength
{
    /// <summary>Missing, a mere guess, or shown better by another part.</summary>
    Hidden,

    /// <summary>Likely covered, or outside the picture.</summary>
    Faint,

    Sure,
}
