using Hasta.Landmarks;
using SkiaSharp;

namespace Hasta.Pictures.Overlay;

/// <summary>The points of one part in a frame, and how strongly each is drawn.</summary>
internal sealed class PartPoints
{
    private const float MinConfidence = 0.2f;
    private const float SureConfidence = 0.5f;

    private readonly SKPoint[] positions;
    private readonly PointStrength[] strengths;

    public PartPoints(ReadOnlySpan<Landmark> points)
    {
        positions = new SKPoint[points.Length];
        strengths = new PointStrength[points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            positions[i] = new SKPoint(points[i].X, points[i].Y);
            strengths[i] = StrengthOf(points[i]);
        }
    }

    public int Count => positions.Length;

    /// <summary>The bounding box of all points that are drawn.</summary>
    public SKRect Box
    {
        get
        {
            SKPoint[] drawn = [.. positions.Where((_, i) => strengths[i] != PointStrength.Hidden)];
            return drawn.Length == 0
                ? SKRect.Empty
                : new SKRect(
                    drawn.Min(point => point.X),
                    drawn.Min(point => point.Y),
                    drawn.Max(point => point.X),
                    drawn.Max(point => point.Y));
        }
    }

    public SKPoint this[int point] => positions[point];

    public bool Has(PointStrength strength) => strengths.Contains(strength);

    public PointStrength StrengthOf(int point) => strengths[point];

    /// <summary>A limb is as strong as the weaker of its ends.</summary>
    public PointStrength StrengthOf(int from, int to) => strengths[from] < strengths[to] ? strengths[from] : strengths[to];

    /// <summary>Hides points that another part shows better.</summary>
    public void Hide(params ReadOnlySpan<int> points)
    {
        foreach (int point in points)
        {
            strengths[point] = PointStrength.Hidden;
        }
    }

    private static PointStrength StrengthOf(Landmark point) =>
        !float.IsFinite(point.X) || !float.IsFinite(point.Y) || point.Confidence < MinConfidence ? PointStrength.Hidden
        : point.Confidence < SureConfidence ? PointStrength.Faint
        : PointStrength.Sure;
}
