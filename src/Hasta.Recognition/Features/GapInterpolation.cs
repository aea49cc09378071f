using System.Numerics;

namespace Hasta.Recognition.Features;

/// <summary>
/// Fills frames in which a body part was not detected: linear between the surrounding frames, constant at the ends, 0 if it is never
/// detected.
/// </summary>
internal static class GapInterpolation
{
    /// <param name="tracks"><c>[time, <see cref="BodyPoints.Count"/>]</c>, flattened; changed in place.</param>
    /// <param name="seen"><c>[time]</c>.</param>
    /// <param name="start">The part's first point.</param>
    /// <param name="count">Number of points of the part.</param>
    public static void Fill(Span<Vector2> tracks, ReadOnlySpan<bool> seen, int start, int count)
    {
        int before = -1;
        for (int time = 0; time < seen.Length; time++)
        {
            if (seen[time])
            {
                before = time;
                continue;
            }

            int after = seen[time..].IndexOf(true) is int ahead and >= 0 ? time + ahead : -1;
            float share = before < 0 || after < 0 ? 0 : (time - before) / (float)(after - before);
            for (int point = start; point < start + count; point++)
            {
                tracks[(time * BodyPoints.Count) + point] = (before >= 0, after >= 0) switch
                {
                    (false, false) => Vector2.Zero,
                    (false, _) => tracks[(after * BodyPoints.Count) + point],
                    (_, false) => tracks[(before * BodyPoints.Count) + point],
                    _ => Vector2.Lerp(tracks[(before * BodyPoints.Count) + point], tracks[(after * BodyPoints.Count) + point], share),
                };
            }
        }
    }
}
