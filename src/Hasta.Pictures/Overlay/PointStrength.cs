namespace Hasta.Pictures.Overlay;

/// <summary>How a point is drawn, by its confidence.</summary>
internal enum PointStrength
{
    /// <summary>Missing, of very low confidence, or shown better by another part.</summary>
    Hidden,

    /// <summary>Probably occluded or outside the frame.</summary>
    Faint,

    Sure,
}
