using System.Numerics;

namespace Hasta.Landmarks;

/// <summary>Where one person's palms are in each frame, measured from the middle of the shoulders of the same frame in shoulder widths.</summary>
internal sealed class HandTracks(int frames)
{
    /// <summary>Steps below it, in shoulder widths, are a tracker's trembling.</summary>
    private const float Step = 0.08f;

    /// <summary>The share of positions at each end that <see cref="Extent"/> leaves out as slips of the tracker.</summary>
    private const double Slips = 0.05;

    private readonly List<Moment> moments = new(frames);

    /// <summary>Frames with any point of body or hands.</summary>
    public int PersonFrames { get; private set; }

    /// <summary>Frames with at least one whole hand.</summary>
    public int HandFrames { get; private set; }

    /// <summary>Pixels between the shoulders, the median over the clip; NaN where they are never both seen.</summary>
    public float ShoulderWidth => Median(moment => moment.Width);

    /// <summary>The middle of the shoulders in pixels, the median over the clip; NaN where they are never both seen.</summary>
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

    /// <param name="points">A frame's, in the order of <see cref="LandmarkLayout"/>.</param>
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

    /// <returns>The left palm's positions in the frames that show it and the shoulders, and the right one's.</returns>
    public (Vector2[] Left, Vector2[] Right) Paths()
    {
        float width = ShoulderWidth;
        Vector2[] Path(Func<Moment, Vector2> palm) =>
            [.. moments.Select(moment => (palm(moment) - moment.Middle) / width).Where(place => float.IsFinite(place.X + place.Y))];
        return (Path(moment => moment.LeftPalm), Path(moment => moment.RightPalm));
    }

    /// <returns>For each frame that shows a palm and the shoulders, how far below the shoulders the higher palm is.</returns>
    public float[] Heights()
    {
        float width = ShoulderWidth;
        return
        [
            .. moments.Select(moment => (float.MinNumber(moment.LeftPalm.Y, moment.RightPalm.Y) - moment.Middle.Y) / width).Where(float.IsFinite),
        ];
    }

    /// <param name="path">A palm's positions.</param>
    /// <param name="rest">A way below this height, in shoulder widths below the shoulders, counts a quarter: hands fidget in the lap.</param>
    /// <returns>The way's length in shoulder widths, trembling left out.</returns>
    public static float Travel(ReadOnlySpan<Vector2> path, float rest)
    {
        float travel = 0;
        Vector2 from = path.IsEmpty ? default : path[0];
        for (int i = 1; i < path.Length - 1; i++)
        {
            var place = new Vector2(Middle(path[i - 1].X, path[i].X, path[i + 1].X), Middle(path[i - 1].Y, path[i].Y, path[i + 1].Y));
            float step = Vector2.Distance(from, place);
            if (step >= Step)
            {
                travel += float.Min(from.Y, place.Y) < rest ? step : step / 4;
                from = place;
            }
        }

        return travel;
    }

    /// <returns>The diagonal of the box that holds the way, slips left out, in shoulder widths.</returns>
    public static float Extent(Vector2[] path) =>
        path.Length == 0 ? 0 : new Vector2(Range([.. path.Select(place => place.X)]), Range([.. path.Select(place => place.Y)])).Length();

    private static float Range(float[] values)
    {
        Array.Sort(values);
        int slips = (int)(values.Length * Slips);
        return values[^(1 + slips)] - values[slips];
    }

    private static float Middle(float a, float b, float c) => float.Max(float.Min(a, b), float.Min(float.Max(a, b), c));

    private float Median(Func<Moment, float> value)
    {
        float[] values = [.. moments.Select(value).Where(float.IsFinite).Order()];
        return values.Length == 0 ? float.NaN : values[values.Length / 2];
    }

    private static Vector2 At(Landmark point) => new(point.X, point.Y);

    /// <summary>Between the wrist and the middle finger's knuckle; NaN unless the hand is whole, for features know no other.</summary>
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
