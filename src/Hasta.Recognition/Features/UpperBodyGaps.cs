using System.Numerics;
using Hasta.Landmarks;

namespace Hasta.Recognition.Features;

/// <summary>
/// Fills in missing upper-body points in frames that have both shoulders, for files with fewer landmarks. MediaPipe itself returns all
/// points of a body or none, so nothing changes for its landmarks.
/// </summary>
internal static class UpperBodyGaps
{
    /// <summary>
    /// Average positions of <see cref="BodyPoints.UpperBody"/>, in shoulder widths from the middle of the shoulders, for people who sign in
    /// front of a webcam.
    /// </summary>
    private static readonly Vector2[] AveragePositions =
    [
        new(0, -0.58f), new(0.1f, -0.68f), new(-0.1f, -0.68f), new(0.2f, -0.62f), new(-0.2f, -0.62f),
        new(0.09f, -0.46f), new(-0.09f, -0.46f), new(0.5f, 0), new(-0.5f, 0),
        new(0.8f, 0.7f), new(-0.8f, 0.7f), new(0.65f, 0.9f), new(-0.65f, 0.9f),
    ];

    /// <returns>
    /// The names of points that no frame has (for a wrist, nor its hand), for which features use average positions. Empty if no body is
    /// detected.
    /// </returns>
    public static IReadOnlyList<string> NeverSeen(LandmarkSequence sequence)
    {
        bool HasPoint(int point) => sequence.Frames.Any(frame => !frame[point].IsMissing);
        return !HasPoint(LandmarkLayout.LeftShoulder) ? [] :
        [
            .. BodyPoints.UpperBody.Index()
                .Where(point => !HasPoint(point.Item)
                    && !(HandOf(point.Index) is { } hand && HasPoint(hand - BodyPoints.LeftHand + LandmarkLayout.LeftHandStart)))
                .Select(point => LandmarkLayout.PoseNames[point.Item]),
        ];
    }

    /// <param name="tracks">
    /// <c>[time, <see cref="BodyPoints.Count"/>]</c> in pixels, flattened, NaN for missing points; changed in place.
    /// </param>
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

        FillBetween(offsets, AveragePositions[point] * width);
        for (int time = 0; time < middles.Length; time++)
        {
            ref Vector2 target = ref tracks[(time * BodyPoints.Count) + point];
            target = IsSeen(target) || !IsSeen(middles[time]) ? target : middles[time] + offsets[time];
        }
    }

    /// <returns>The point relative to the middle of the shoulders; NaN in frames that lack either.</returns>
    private static Vector2[] Offsets(ReadOnlySpan<Vector2> tracks, int point, Vector2[] middles)
    {
        var offsets = new Vector2[middles.Length];
        for (int time = 0; time < offsets.Length; time++)
        {
            offsets[time] = tracks[(time * BodyPoints.Count) + point] - middles[time];
        }

        return offsets;
    }

    /// <summary>Linear between the surrounding frames, constant at the ends; <paramref name="average"/> if there are none.</summary>
    private static void FillBetween(Vector2[] offsets, Vector2 average)
    {
        int[] known = [.. offsets.Index().Where(offset => IsSeen(offset.Item)).Select(offset => offset.Index)];
        int next = 0;
        for (int time = 0; time < offsets.Length; time++)
        {
            next += next < known.Length && known[next] < time ? 1 : 0;
            int before = known.ElementAtOrDefault(Math.Max(0, next - 1));
            int after = known.ElementAtOrDefault(Math.Min(next, known.Length - 1));
            offsets[time] = known.Length == 0 ? average
                : IsSeen(offsets[time]) ? offsets[time]
                : Vector2.Lerp(offsets[before], offsets[after], before == after ? 0 : (time - before) / (float)(after - before));
        }
    }

    /// <summary>For a wrist, the wrist point of the hand on the same side; otherwise null.</summary>
    private static int? HandOf(int point) => point switch
    {
        BodyPoints.LeftWrist => BodyPoints.LeftHand,
        BodyPoints.RightWrist => BodyPoints.RightHand,
        _ => null,
    };

    private static bool IsSeen(Vector2 point) => float.IsFinite(point.X + point.Y);
}
