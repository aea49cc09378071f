namespace Hasta.Pictures.Overlay;

/// <summary>The scale for line widths, in pixels of the clip.</summary>
/// <param name="Height">Height of the clip's frames.</param>
/// <param name="Pixel">Size of one pixel of the drawing surface; above 1 for a scaled-down copy.</param>
internal readonly record struct DrawingScale(float Height, float Pixel);
