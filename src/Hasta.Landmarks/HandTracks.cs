using System.Numerics;

namespace Hasta.Landmarks;

/// <summary>
/// Positions of one person's palms in each frame, relative to the midpoint of the shoulders in the same frame, in shoulder widths.
/// </summary>
internal sealed class HandTracks(int frames)
{
    /// <summary>Smaller steps, in shoulder widths, are tracker jitter.</summary>
    private const float MinStep = 0.08f;

    /// <summary>The fraction of positions at each end that <see cref="Extent"/> discards as tracker errors.</summary>
    private const double OutlierFraction = 0.05;

    private readonly List<Moment> moments = new(frames);

    /// <summary>Frames with any point of body or hands.</summary>
    public int PersonFrames { get; private set; }

    /// <summary>Frames with at least one complete hand.</summary>
    public int HandFrames { get; private set; }

    /// <summary>Median distance between the shoulders over the clip, in pixels; NaN if they are never both seen.</summary>
    public float ShoulderWidth => Median(moment => moment.Width);

    /// <summary>Median midpoint of the shoulders over the clip, in pixels; NaN if they are never both seen.</summary>
    public Vector2 ShoulderMiddle => new(Median(moment => moment.Middle.X), Median(moment => moment.Middle.Y));

    public static HandTracks From(IReadOnlyList<LandmarkFrame> frames)
    {
        var tracks = new HandTracks(frames.Count);
        foreach (LandmarkFrame frame in frames)
        {
            tracks.Add(frame.All);
        }

        return tracks;
    }

    /// <param name="points">The points of a frame, in the order of <see cref="LandmarkLayout"/>.</param>
    public void Add(ReadOnlySpan<Landmark> points)
    {
        Vector2 left = At(points[LandmarkLayout.LeftShoulder]);
        Vector2 right = At(points[LandmarkLayout.RightShoulder]);
        Vector2 leftPalm = Palm(points.Slice(LandmarkLayout.LeftHandStart, LandmarkLayout.HandCount));
        Vector2 rightPalm = Palm(points.Slice(LandmarkLayout.RightHandStart, LandmarkLayout.HandCount));
        moments.Add(new Moment((left + right) / 2, Vector2.Distance(left, right), leftPalm, rightPalm));
        PersonFrames += Landmark.AnySeen(points[..LandmarkLayout.CountWithoutFace]) ? 1 : 0;
        HandFrames += float.IsFinite(leftPalm.X) || float.IsFinite(rightPalm.X) ? 1 : 0;
    }

    /// <returns>The positions of the left palm in the frames that show it and the shoulders, and those of the right palm.</returns>
    public (Vector2[] Left, Vector2[] Right) Paths()
    {
        float width = ShoulderWidth;
        Vector2[] Path(Func<Moment, Vector2> palm) =>
            [
                .. moments
                    .Select(moment => (palm(moment) - moment.Middle) / width)
                    .Where(position => float.IsFinite(position.X + position.Y)),
            ];
        return (Path(moment => moment.LeftPalm), Path(moment => moment.RightPalm));
    }

    /// <returns>For each frame that shows a palm and the shoulders, how far below the shoulders the higher palm is.</returns>
    public float[] Heights()
    {
        float width = ShoulderWidth;
        return
        [
            .. moments
                .Select(moment => (float.MinNumber(moment.LeftPalm.Y, moment.RightPalm.Y) - moment.Middle.Y) / width)
                .Where(float.IsFinite),
        ];
    }

    /// <param name="path">A palm's positions.</param>
    /// <param name="rest">
    /// Movement below this height, in shoulder widths below the shoulders, counts a quarter: hands fidget in the lap.
    /// </param>
    /// <returns>The length of the path in shoulder widths, without jitter.</returns>
    public static float Travel(ReadOnlySpan<Vector2> path, float rest)
    {
        float travel = 0;
        Vector2 from = path.IsEmpty ? default : path[0];
        for (int i = 1; i < path.Length - 1; i++)
        {
            var position = new Vector2(Middle(path[i - 1].X, path[i].X, path[i + 1].X), Middle(path[i - 1].Y, path[i].Y, path[i + 1].Y));
            float step = Vector2.Distance(from, position);
            if (step >= MinStep)
            {
                travel += float.Min(from.Y, position.Y) < rest ? step : step / 4;
                from = position;
            }
        }

        return travel;
    }

    /// <returns>The diagonal of the path's bounding box in shoulder widths, without outliers.</returns>
    public static float Extent(Vector2[] path) => path.Length == 0
        ? 0
        : new Vector2(Range([.. path.Select(position => position.X)]), Range([.. path.Select(position => position.Y)])).Length();

    private static float Range(float[] values)
    {
        Array.Sort(values);
        int outliers = (int)(values.Length * OutlierFraction);
        return values[^(1 + outliers)] - values[outliers];
    }

    private static float Middle(float a, float b, float c) => float.Max(float.Min(a, b), float.Min(float.Max(a, b), c));

    private float Median(Func<Moment, float> value)
    {
        float[] values = [.. moments.Select(value).Where(float.IsFinite).Order()];
        return values.Length == 0 ? float.NaN : values[values.Length / 2];
    }

    private static Vector2 At(Landmark point) => new(point.X, point.Y);

    /// <summary>
    /// Midpoint of the wrist and the middle finger's knuckle; NaN unless the hand is complete, because features use only complete hands.
    /// </summary>
    private static Vector2 Palm(ReadOnlySpan<Landmark> hand)
    {
        foreach (Landmark point in hand)
        {
            if (!float.IsFinite(point.X + point.Y))
            {
                return new Vector2(float.NaN);
            }
        }

        return (At(hand[HandPoint.Wrist]) + At(hand[HandPoint.MiddleMcp])) / 2;
    }

    private readonly record struct Moment(Vector2 Middle, float Width, Vector2 LeftPalm, Vector2 RightPalm);
}
