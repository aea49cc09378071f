using System.Numerics;
using Hasta.Landmarks;

namespace Hasta.Recognition.Features;

/// <summary>
/// Fills in the points of the upper body that landmarks lack in frames whose shoulders they have, as files of fewer points do. MediaPipe itself gives
/// all points of a body or none, and then nothing is changed.
/// </summary>
internal static class UpperBodyGaps
{
    /// <summary>Where the points of <see cref="BodyPoints.UpperBody"/> are on average, in shoulder widths from the middle of the shoulders, of people who sign before a webcam.</summary>
    private static readonly Vector2[] Usual =
    [
        new(0, -0.58f), new(0.1f, -0.68f), new(-0.1f, -0.68f), new(0.2f, -0.62f), new(-0.2f, -0.62f), new(0.09f, -0.46f), new(-0.09f, -0.46f),
        new(0.5f, 0), new(-0.5f, 0), new(0.8f, 0.7f), new(-0.8f, 0.7f), new(0.65f, 0.9f), new(-0.65f, 0.9f),
    ];

    /// <returns>The names of points that no frame has, nor a hand for a wrist: features have them where they usually are. None where no body is seen.</returns>
    public static IReadOnlyList<string> NeverSeen(LandmarkSequence sequence)
    {
        bool Sees(int point) => sequence.Frames.Any(frame => !frame[point].IsMissing);
        return !Sees(LandmarkLayout.LeftShoulder) ? [] :
        [
            .. BodyPoints.UpperBody.Index()
                .Where(point => !Sees(point.Item) && !(HandOf(point.Index) is { } hand && Sees(hand - BodyPoints.LeftHand + LandmarkLayout.LeftHandStart)))
                .Select(point => LandmarkLayout.PoseNames[point.Item]),
        ];
    }

    /// <param name="tracks"><c>[time, <see cref="BodyPoints.Count"/>]</c> in pixels, flattened, NaN where a point is missing; changed in place.</param>
    internal static void Fill(Span<Vector2> tracks)
    {
        int frames = tracks.Length / BodyPoints.Count;
        var middles = new Vector2[frames];
        float[] widths = new float[frames];
        for (int time = 0; time < frames; time++)
        {
            ReadOnlySpan<Vector2> frame = tracks.Slice(time * BodyPoints.Count, BodyPoints.Count);
            middles[time] = (frame[BodyPoints.LeftShoulder] + frame[BodyPoints.RightShoulder]) / 2;
            widths[time] = Vector2.Distance(frame[BodyPoints.LeftShoulder], frame[BodyPoints.RightShoulder]);
        }

        float[] sorted = [.. widths.Where(float.IsFinite).Order()];
        for (int point = 0; point < BodyPoints.LeftHand && sorted.Length > 0; point++)
        {
            Fill(tracks, point, middles, sorted[sorted.Length / 2]);
        }
    }

    private static void Fill(Span<Vector2> tracks, int point, Vector2[] middles, float width)
    {
        Vector2[] offsets = Offsets(tracks, point, middles);
        if (Array.TrueForAll(offsets, IsSeen))
        {
            return;
        }

        if (!Array.Exists(offsets, IsSeen) && HandOf(point) is { } hand)
        {
            offsets = Offsets(tracks, hand, middles);
        }

        FillBetween(offsets, Usual[point] * width);
        for (int time = 0; time < middles.Length; time++)
        {
            ref Vector2 place = ref tracks[(time * BodyPoints.Count) + point];
            place = IsSeen(place) || !IsSeen(middles[time]) ? place : middles[time] + offsets[time];
        }
    }

    /// <returns>The point as seen from the middle of the shoulders, NaN in frames that lack either.</returns>
    private static Vector2[] Offsets(ReadOnlySpan<Vector2> tracks, int point, Vector2[] middles)
    {
        var offsets = new Vector2[middles.Length];
        for (int time = 0; time < offsets.Length; time++)
        {
            offsets[time] = tracks[(time * BodyPoints.Count) + point] - middles[time];
        }

        return offsets;
    }

    /// <summary>Straight between the frames around, held at the ends; <paramref name="usual"/> where there are none.</summary>
    private static void FillBetween(Vector2[] offsets, Vector2 usual)
    {
        int[] known = [.. offsets.Index().Where(offset => IsSeen(offset.Item)).Select(offset => offset.Index)];
        int next = 0;
        for (int time = 0; time < offsets.Length; time++)
        {
            next += next < known.Length && known[next] < time ? 1 : 0;
            (int before, int after) = (known.ElementAtOrDefault(Math.Max(0, next - 1)), known.ElementAtOrDefault(Math.Min(next, known.Length - 1)));
            offsets[time] = known.Length == 0 ? usual
                : IsSeen(offsets[time]) ? offsets[time]
                : Vector2.Lerp(offsets[before], offsets[after], before == after ? 0 : (time - before) / (float)(after - before));
        }
    }

    /// <summary>The wrist of the hand on whose side the point is, where it is a wrist.</summary>
    private static int? HandOf(int point) => point switch
    {
        BodyPoints.LeftWrist => BodyPoints.LeftHand,
        BodyPoints.RightWrist => BodyPoints.RightHand,
        _ => null,
    };

    private static bool IsSeen(Vector2 point) => float.IsFinite(point.X + point.Y);
}
