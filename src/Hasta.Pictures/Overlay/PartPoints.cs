using Hasta.Landmarks;
using SkiaSharp;

namespace Hasta.Pictures.Overlay;

/// <summary>One part's points of a frame, and how strongly each is drawn.</summary>
internal sealed class PartPoints
{
    private const float MinConfidence = 0.2f;
    private const float SureConfidence = 0.5f;

    private readonly SKPoint[] places;
    private readonly PointStrength[] strengths;

    public PartPoints(ReadOnlySpan<Landmark> points)
    {
        places = new SKPoint[points.Length];
        strengths = new PointStrength[points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            places[i] = new SKPoint(points[i].X, points[i].Y);
            strengths[i] = StrengthOf(points[i]);
        }
    }

    public int Count => places.Length;

    /// <summary>Around all that is drawn.</summary>
    public SKRect Box
    {
        get
        {
            SKPoint[] drawn = [.. places.Where((_, i) => strengths[i] != PointStrength.Hidden)];
            return drawn.Length == 0
                ? SKRect.Empty
                : new SKRect(drawn.Min(point => point.X), drawn.Min(point => point.Y), drawn.Max(point => point.X), drawn.Max(point => point.Y));
        }
    }

    public SKPoint this[int point] => places[point];

    public bool Has(PointStrength strength) => strengths.Contains(strength);

    public PointStrength StrengthOf(int point) => strengths[point];

    /// <summary>A limb is as strong as the weaker of its ends.</summary>
    public PointStrength StrengthOf(int from, int to) => strengths[from] < strengths[to] ? strengths[from] : strengths[to];

    /// <summary>Leaves points out that another part shows better.</summary>
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
