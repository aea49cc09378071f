using System.Numerics;

namespace Hasta.Recognition.Features;

/// <summary>How far each point moved over one and over two frames; 0 for a hand that was not seen in both.</summary>
internal static class Motion
{
    /// <summary>Brings differences to the size of the other features.</summary>
    private const float Gain = 4;

    public const int Count = 2 * 2 * BodyPoints.Count;

    public static void Write(ref FeatureWriter writer, NormalizedSequence body, int time)
    {
        for (int lag = 1; lag <= 2; lag++)
        {
            ReadOnlySpan<Vector2> now = body.Frame(time);
            int then = Math.Max(0, time - lag);
            ReadOnlySpan<Vector2> before = body.Frame(then);
            for (int point = 0; point < now.Length; point++)
            {
                bool both = UnseenHands.IsSeen(body, point, time) && UnseenHands.IsSeen(body, point, then);
                writer.Add(both ? Gain * (now[point] - before[point]) : Vector2.Zero);
            }
        }
    }
}
