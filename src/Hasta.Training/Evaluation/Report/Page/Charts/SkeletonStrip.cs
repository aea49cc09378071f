using System.Globalization;
using System.Numerics;
using System.Text;
using Hasta.Landmarks;
using Hasta.Recognition.Features;

namespace Hasta.Training.Evaluation.Report.Page.Charts;

/// <summary>
/// A few frames of a clip side by side, drawn from the landmarks that the model sees: inline SVG, a few hundred bytes per frame.
/// </summary>
internal static class SkeletonStrip
{
    private const int MaxFrames = 6;

    /// <summary>SVG units per shoulder width.</summary>
    private const float Scale = 40;

    /// <summary>The extent around the middle of the shoulders that is always visible, in shoulder widths.</summary>
    private static readonly Vector2 MinExtent = new(1.1f, 1.25f);

    /// <summary>The maximum extent. Landmarks beyond it are detector errors and are clamped, or they would make the person tiny.</summary>
    private static readonly Vector2 MaxExtent = new(1.9f, 1.9f);

    public static Html Write(ClipDrawing picture)
    {
        NormalizedSequence body = picture.Body;
        int[] times = [.. Enumerable.Range(0, MaxFrames).Select(i => (int)((i + 0.5) * body.FrameCount / MaxFrames)).Distinct()];
        (Vector2 low, Vector2 high) = Box(body, times);
        string view = string.Create(
            CultureInfo.InvariantCulture,
            $"{Scale * low.X:0} {Scale * low.Y:0} {Scale * (high.X - low.X):0} {Scale * (high.Y - low.Y):0}");
        return Html.From($"""
            <div class="strip" role="img" aria-label="{times.Length} frames of {picture.Clip}, from left to right">{Html.Join(times.Select(time => DrawFrame(body, time, view)))}</div>
            """);
    }

    private static Html DrawFrame(NormalizedSequence body, int time, string view) => Html.From($"""
        <svg viewBox="{view}">{Head(body.Frame(time))}<path d="{Lines(body.Frame(time), SkeletonLimbs.Body)}"/>{Hand(body, time, Side.Left)}{Hand(body, time, Side.Right)}</svg>
        """);

    /// <summary>
    /// A circle for the head, sized by the distance between the ears; for side views, its radius is at least a quarter of the shoulder
    /// width.
    /// </summary>
    private static Html Head(ReadOnlySpan<Vector2> points)
    {
        Vector2 middle = (points[BodyPoints.LeftEar] + points[BodyPoints.RightEar] + points[BodyPoints.Nose]) / 3;
        float radius = Math.Clamp(0.62f * Vector2.Distance(points[BodyPoints.LeftEar], points[BodyPoints.RightEar]), 0.25f, 0.5f);
        return Html.From($"""
            <circle cx="{Scale * middle.X:0.#}" cy="{Scale * middle.Y:0.#}" r="{Scale * radius:0.#}"/>
            """);
    }

    /// <summary>Faint in frames in which the hand was not detected but filled in; empty if it was never detected.</summary>
    private static Html Hand(NormalizedSequence body, int time, Side side)
    {
        Span<bool> seen = body.Seen(side);
        return !seen.Contains(true) ? Html.Empty : Html.From($"""
            <path class="{(side == Side.Left ? "left" : "right")}hand{(seen[time] ? "" : " guessed")}" d="{Lines(HandOf(body.Frame(time), side), SkeletonLimbs.Hand)}"/>
            """);
    }

    private static Span<Vector2> HandOf(Span<Vector2> points, Side side) => points.Slice(BodyPoints.HandOf(side), LandmarkLayout.HandCount);

    /// <summary>A limb that starts where the previous one ended continues its line.</summary>
    private static string Lines(ReadOnlySpan<Vector2> points, IReadOnlyList<(int From, int To)> limbs)
    {
        var path = new StringBuilder();
        int pen = -1;
        foreach ((int from, int to) in limbs)
        {
            if (from != pen)
            {
                path.Append('M').Append(Point(points[from]));
            }

            path.Append('L').Append(Point(points[to]));
            pen = to;
        }

        return path.ToString();
    }

    private static string Point(Vector2 point) =>
        string.Create(CultureInfo.InvariantCulture, $"{Scale * point.X:0.#} {Scale * point.Y:0.#}");

    /// <summary>One box for all frames, so that the body keeps its size.</summary>
    private static (Vector2 Low, Vector2 High) Box(NormalizedSequence body, int[] times)
    {
        Vector2 low = -MinExtent;
        Vector2 high = MinExtent;
        foreach (int time in times)
        {
            Span<Vector2> points = body.Frame(time);
            for (int i = 0; i < points.Length; i++)
            {
                low = Vector2.Max(-MaxExtent, Vector2.Min(low, points[i]));
                high = Vector2.Min(MaxExtent, Vector2.Max(high, points[i]));
            }
        }

        var margin = new Vector2(0.08f);
        return (low - margin, high + margin);
    }
}
