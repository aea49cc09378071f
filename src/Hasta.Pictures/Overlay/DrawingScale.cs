namespace Hasta.Pictures.Overlay;

/// <summary>What line widths go by, in pixels of the clip.</summary>
/// <param name="Height">Of the clip's picture.</param>
/// <param name="Pixel">One pixel of the picture that is drawn on: above 1 where that is a smaller copy.</param>
internal readonly record struct DrawingScale(float Height, float Pixel);
