using SkiaSharp;

namespace Hasta.Landmarks.Overlay;

/// <summary>Draws one part: a dark halo below everything, so that it shows on any background, then limbs and dots.</summary>
/// <param name="canvas">In pixels of the clip.</param>
/// <param name="scale">Of the picture that is drawn on.</param>
internal sealed class PartPainter(SKCanvas canvas, DrawingScale scale)
{
    private const float LeastConfidence = 0.2f;
    private const float SureConfidence = 0.5f;
    private const byte FaintAlpha = 95;
    private const byte HaloAlpha = 130;
    private const float HaloInWidths = 0.55f;

    public static PointStrength StrengthOf(Landmark point) =>
        point.IsMissing || !float.IsFinite(point.X + point.Y) || point.Confidence < LeastConfidence ? PointStrength.Hidden
        : point.Confidence < SureConfidence ? PointStrength.Faint
        : PointStrength.Sure;

    /// <param name="part">Its look.</param>
    /// <param name="points">Of the part, in its order.</param>
    /// <param name="strengths">One a point.</param>
    public void Paint(SkeletonPart part, ReadOnlySpan<Landmark> points, ReadOnlySpan<PointStrength> strengths)
    {
        float width = Math.Clamp(part.Thickness * SizeOf(points, strengths), scale.Pixel, Math.Max(scale.Pixel, part.MostThickness * scale.Height));
        PaintStrength(new PartStroke(part, width, PointStrength.Faint), points, strengths);
        PaintStrength(new PartStroke(part, width, PointStrength.Sure), points, strengths);
    }

    private void PaintStrength(PartStroke stroke, ReadOnlySpan<Landmark> points, ReadOnlySpan<PointStrength> strengths)
    {
        float halo = Math.Max(scale.Pixel, HaloInWidths * stroke.Width);
        byte alpha = stroke.Strength == PointStrength.Sure ? byte.MaxValue : FaintAlpha;
        PaintLayer(stroke, points, strengths, new Ink(halo, (byte)(HaloAlpha * alpha / byte.MaxValue), IsHalo: true));
        PaintLayer(stroke, points, strengths, new Ink(0, alpha, IsHalo: false));
    }

    // In a layer of its own, for strokes that overlap must not add up.
    private void PaintLayer(PartStroke stroke, ReadOnlySpan<Landmark> points, ReadOnlySpan<PointStrength> strengths, Ink ink)
    {
        using var layer = new SKPaint { Color = SKColors.White.WithAlpha(ink.Alpha) };
        using var paint = new SKPaint { IsAntialias = true, StrokeCap = SKStrokeCap.Round, StrokeWidth = stroke.Width + (2 * ink.Margin) };
        int saved = ink.Alpha < byte.MaxValue ? canvas.SaveLayer(layer) : canvas.Save();
        foreach ((ushort from, ushort to) in stroke.Part.Limbs)
        {
            if (Min(strengths[from], strengths[to]) == stroke.Strength)
            {
                paint.Color = ink.IsHalo ? SKColors.Black : stroke.Part.ColourOf(to);
                canvas.DrawLine(points[from].X, points[from].Y, points[to].X, points[to].Y, paint);
            }
        }

        float radius = (stroke.Part.Dots * stroke.Width) + ink.Margin;
        for (int i = 0; stroke.Part.Dots > 0 && i < points.Length; i++)
        {
            if (strengths[i] == stroke.Strength)
            {
                paint.Color = ink.IsHalo ? SKColors.Black : stroke.Part.ColourOf(i);
                canvas.DrawCircle(points[i].X, points[i].Y, radius, paint);
            }
        }

        canvas.RestoreToCount(saved);
    }

    private static PointStrength Min(PointStrength one, PointStrength other) => one < other ? one : other;

    /// <summary>The diagonal of the box around what is drawn.</summary>
    private static float SizeOf(ReadOnlySpan<Landmark> points, ReadOnlySpan<PointStrength> strengths)
    {
        SKRect? box = null;
        for (int i = 0; i < points.Length; i++)
        {
            if (strengths[i] != PointStrength.Hidden)
            {
                var point = new SKRect(points[i].X, points[i].Y, points[i].X, points[i].Y);
                box = box is { } all ? new SKRect(Math.Min(all.Left, point.Left), Math.Min(all.Top, point.Top), Math.Max(all.Right, point.Right), Math.Max(all.Bottom, point.Bottom)) : point;
            }
        }

        return box is { } found ? float.Hypot(found.Width, found.Height) : 0;
    }

    private readonly record struct PartStroke(SkeletonPart Part, float Width, PointStrength Strength);

    private readonly record struct Ink(float Margin, byte Alpha, bool IsHalo);
}
