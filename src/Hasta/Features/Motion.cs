using System.Numerics;

namespace Hasta.Features;

/// <summary>How far each point moved over one and over two frames.</summary>
internal static class Motion
{
    /// <summary>Brings differences to the size of the other features.</summary>
    private const float Gain = 4;

    public const int Count = 2 * 2 * BodyPoints.Count;

    public static void Write(ref FeatureWriter writer, BodySequence body, int time)
    {
        for (int lag = 1; lag <= 2; lag++)
        {
            ReadOnlySpan<Vector2> now = body.Frame(time);
            ReadOnlySpan<Vector2> before = body.Frame(Math.Max(0, time - lag));
            for (int point = 0; point < now.Length; point++)
            {
                writer.Add(Gain * (now[point] - before[point]));
            }
        }
    }
}
