using SkiaSharp;

namespace Hasta.Pictures.Overlay;

/// <summary>Draws one part: first a dark halo, for contrast on any background, then limbs and dots.</summary>
/// <param name="canvas">In pixels of the clip.</param>
/// <param name="scale">Scale of the drawing surface.</param>
internal sealed class PartPainter(SKCanvas canvas, DrawingScale scale)
{
    private const byte FaintAlpha = 95;
    private const byte HaloAlpha = 150;
    private const float HaloInWidths = 0.5f;

    public void Paint(SkeletonPart part, PartPoints points)
    {
        SKRect box = points.Box;
        float size = float.Hypot(box.Width, box.Height);
        float width = Math.Clamp(part.Thickness * size, scale.Pixel, Math.Max(scale.Pixel, part.MaxThickness * scale.Height));
        float halo = Math.Max(scale.Pixel, HaloInWidths * width);
        foreach ((PointStrength strength, byte alpha) in new[] { (PointStrength.Faint, FaintAlpha), (PointStrength.Sure, byte.MaxValue) })
        {
            if (points.Has(strength))
            {
                PaintLayer(part, points, new Stroke(strength, width, halo, (byte)(HaloAlpha * alpha / byte.MaxValue)));
                PaintLayer(part, points, new Stroke(strength, width, Margin: 0, alpha));
            }
        }
    }

    // Translucent strokes are drawn in their own layer, so that overlapping strokes do not add up.
    private void PaintLayer(SkeletonPart part, PartPoints points, Stroke stroke)
    {
        using var layer = new SKPaint { Color = SKColors.White.WithAlpha(stroke.Alpha) };
        using var paint = new SKPaint { IsAntialias = true, StrokeCap = SKStrokeCap.Round, StrokeWidth = stroke.FullWidth };
        int saved = stroke.Alpha < byte.MaxValue
            ? canvas.SaveLayer(SKRect.Inflate(points.Box, 2 * stroke.FullWidth, 2 * stroke.FullWidth), layer)
            : canvas.Save();
        PaintLimbs(part, points, stroke, paint);
        PaintDots(part, points, stroke, paint);
        canvas.RestoreToCount(saved);
    }

    private void PaintLimbs(SkeletonPart part, PartPoints points, Stroke stroke, SKPaint paint)
    {
        foreach ((ushort from, ushort to) in part.Limbs)
        {
            if (points.StrengthOf(from, to) == stroke.Strength)
            {
                paint.Color = stroke.ColourOf(part, to);
                canvas.DrawLine(points[from], points[to], paint);
            }
        }
    }

    private void PaintDots(SkeletonPart part, PartPoints points, Stroke stroke, SKPaint paint)
    {
        for (int i = 0; part.Dots > 0 && i < points.Count; i++)
        {
            if (points.StrengthOf(i) == stroke.Strength)
            {
                paint.Color = stroke.ColourOf(part, i);
                canvas.DrawCircle(points[i], (part.Dots * stroke.Width) + stroke.Margin, paint);
            }
        }
    }

    /// <param name="Strength">The strength of the limbs and dots to draw.</param>
    /// <param name="Width">Line width in pixels of the clip.</param>
    /// <param name="Margin">Width of the halo around the lines; 0 for the lines themselves.</param>
    /// <param name="Alpha">Opacity of the whole layer.</param>
    private readonly record struct Stroke(PointStrength Strength, float Width, float Margin, byte Alpha)
    {
        public float FullWidth => Width + (2 * Margin);

        public SKColor ColourOf(SkeletonPart part, int point) => Margin > 0 ? SKColors.Black : part.ColourOf(point);
    }
}
