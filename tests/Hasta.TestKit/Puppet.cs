using System.Numerics;
using Hasta.Landmarks;

namespace Hasta.TestKit;

/// <summary>A synthetic signer whose hands circle in front of the chest; no two landmarks coincide, and nothing is symmetric.</summary>
internal sealed record Puppet
{
    public int Frames { get; init; } = 30;

    public double Fps { get; init; } = 12;

    /// <summary>Angle by which the hands circle per frame, radians.</summary>
    public float Speed { get; init; } = 0.2f;

    /// <summary>Pixels between the shoulders.</summary>
    public float ShoulderWidth { get; init; } = 120;

    /// <summary>Middle of the shoulders, pixels.</summary>
    public Vector2 Place { get; init; } = new(300, 200);

    /// <summary>Whether a hand (false left, true right) is seen in a frame.</summary>
    public Func<int, bool, bool> SeesHand { get; init; } = (_, _) => true;

    /// <summary>Whether the body is seen in a frame.</summary>
    public Func<int, bool> SeesBody { get; init; } = _ => true;

    public LandmarkSequence Sign() => new()
    {
        Fps = Fps,
        Width = 640,
        Height = 480,
        Frames = [.. Enumerable.Range(0, Frames).Select(Frame)],
    };

    private LandmarkFrame Frame(int time)
    {
        Landmark[] points = LandmarkFrame.Empty(TimeSpan.Zero).All.ToArray();
        if (SeesBody(time))
        {
            for (int i = 0; i < LandmarkLayout.PoseCount; i++)
            {
                points[i] = At(new Vector2(MathF.Sin(i + (0.02f * time)) * 0.9f, (MathF.Cos(3 * i) * 0.5f) + (0.01f * time)));
            }

            points[LandmarkLayout.LeftShoulder] = At(new Vector2(0.5f + (0.02f * MathF.Sin(time)), 0.02f * MathF.Cos(time)));
            points[LandmarkLayout.RightShoulder] = At(new Vector2(-0.5f + (0.02f * MathF.Cos(2 * time)), 0.02f * MathF.Sin(3 * time)));
        }

        AddHand(points.AsSpan(LandmarkLayout.LeftHandStart, LandmarkLayout.HandCount), time, right: false);
        AddHand(points.AsSpan(LandmarkLayout.RightHandStart, LandmarkLayout.HandCount), time, right: true);
        return new LandmarkFrame(TimeSpan.FromSeconds(time / 12.0), points);
    }

    private void AddHand(Span<Landmark> hand, int time, bool right)
    {
        if (!SeesHand(time, right))
        {
            return;
        }

        float turn = Speed * time * (right ? 1 : 1.4f);
        Vector2 wrist = new((right ? -0.4f : 0.45f) + (0.2f * MathF.Sin(turn)), 0.5f + (0.2f * MathF.Cos(turn)));
        for (int i = 0; i < hand.Length; i++)
        {
            hand[i] = At(wrist + (0.02f * i * new Vector2(MathF.Cos(i + turn), MathF.Sin((2 * i) + (right ? 1 : 0)))));
        }
    }

    private Landmark At(Vector2 place)
    {
        Vector2 pixels = Place + (ShoulderWidth * place);
        return new Landmark(pixels.X, pixels.Y, 0, 1);
    }
}
