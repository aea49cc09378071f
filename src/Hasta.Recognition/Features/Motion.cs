using System.Numerics;

namespace Hasta.Recognition.Features;

/// <summary>Displacement of each point over one and two frames; 0 for a hand that was not detected in both.</summary>
internal static class Motion
{
    /// <summary>Scales differences to the size of the other features.</summary>
    private const float Gain = 4;

    public const int Count = 2 * 2 * BodyPoints.Count;

    public static void Write(ref FeatureWriter writer, NormalizedSequence body, int time)
    {
        for (int lag = 1; lag <= 2; lag++)
        {
            ReadOnlySpan<Vector2> current = body.Frame(time);
            int earlier = Math.Max(0, time - lag);
            ReadOnlySpan<Vector2> previous = body.Frame(earlier);
            for (int point = 0; point < current.Length; point++)
            {
                bool both = UndetectedHands.IsDetected(body, point, time) && UndetectedHands.IsDetected(body, point, earlier);
                writer.Add(both ? Gain * (current[point] - previous[point]) : Vector2.Zero);
            }
        }
    }
}
