using System.Numerics;
using System.Runtime.InteropServices;
using Hasta.Landmarks;
using Hasta.Recognition.Features;

namespace Hasta.Training.Data;

/// <summary>Varies a clip like other signers, cameras and detectors would. Pure: the same random state returns the same clip.</summary>
internal sealed class Augmentation(AugmentationConfig config)
{
    private const int MinFrames = 8;

    public NormalizedSequence Apply(NormalizedSequence clip, Random random)
    {
        NormalizedSequence varied = Retime(clip, random);
        varied = random.NextDouble() < config.Mirror ? varied.Mirror() : varied;
        MoveBody(varied, random);
        foreach (Side side in Enum.GetValues<Side>())
        {
            MoveHand(varied, side, random);
        }

        HideHands(varied, random);
        AddNoise(varied, random);
        return varied;
    }

    private NormalizedSequence Retime(NormalizedSequence clip, Random random)
    {
        double factor = Math.Exp(Between(random, Math.Log(config.MinDuration), Math.Log(config.MaxDuration)));
        int frames = Math.Max(MinFrames, (int)Math.Round(clip.FrameCount * factor));
        double shift = Spread(random, config.TimeShift);
        double warp = Spread(random, config.TimeWarp);
        double phase = Between(random, 0, 2 * Math.PI);
        double[] times = new double[frames];
        for (int i = 0; i < frames; i++)
        {
            double position = i / (double)(frames - 1);
            times[i] = (position * (clip.FrameCount - 1)) + shift + (warp * Math.Sin((2 * Math.PI * position) + phase));
        }

        return Resampling.At(clip, times);
    }

    private void MoveBody(NormalizedSequence clip, Random random)
    {
        Matrix3x2 move = Matrix3x2.CreateScale(Factor(random, config.Scale), Factor(random, config.Scale))
            * Matrix3x2.CreateSkew((float)Math.Atan(Spread(random, config.Shear)), (float)Math.Atan(Spread(random, config.Shear)))
            * Matrix3x2.CreateRotation(Radians(Spread(random, config.Rotation)))
            * Matrix3x2.CreateTranslation((float)Spread(random, config.Shift), (float)Spread(random, config.Shift));
        clip.View = clip.View?.Move(move);
        bool left = clip.Seen(Side.Left).Contains(true);
        bool right = clip.Seen(Side.Right).Contains(true);
        for (int time = 0; time < clip.FrameCount; time++)
        {
            Span<Vector2> points = clip.Frame(time);
            Transform(points[..BodyPoints.LeftHand], move);
            if (left)
            {
                Transform(HandOf(points, Side.Left), move);
            }

            if (right)
            {
                Transform(HandOf(points, Side.Right), move);
            }
        }
    }

    private void MoveHand(NormalizedSequence clip, Side side, Random random)
    {
        float turn = Radians(Spread(random, config.HandRotation));
        float scale = Factor(random, config.HandScale);
        var shift = new Vector2((float)Spread(random, config.HandShift), (float)Spread(random, config.HandShift));
        if (!clip.Seen(side).Contains(true))
        {
            return;
        }

        for (int time = 0; time < clip.FrameCount; time++)
        {
            Span<Vector2> hand = HandOf(clip.Frame(time), side);
            Vector2 wrist = hand[HandPoint.Wrist];
            Matrix3x2 aboutWrist = Matrix3x2.CreateTranslation(-wrist)
                * Matrix3x2.CreateScale(scale)
                * Matrix3x2.CreateRotation(turn)
                * Matrix3x2.CreateTranslation(wrist + shift);
            Transform(hand, aboutWrist);
        }
    }

    /// <summary>
    /// Hides a short span of both hands, and sometimes one hand of the whole clip, as detectors lose them. Gaps are filled as in a real
    /// clip.
    /// </summary>
    private void HideHands(NormalizedSequence clip, Random random)
    {
        int span = Math.Min(random.Next(config.MaskedSpan + 1), clip.FrameCount / 2);
        int start = random.Next(clip.FrameCount - span + 1);
        bool dropOne = random.NextDouble() < config.DropHand;
        var dropped = (Side)random.Next(2);
        foreach (Side side in Enum.GetValues<Side>())
        {
            Span<bool> seen = clip.Seen(side);
            if (dropOne && side == dropped && clip.Seen(1 - side).Contains(true))
            {
                seen.Clear();
            }

            seen.Slice(start, span).Clear();
            GapInterpolation.Fill(clip.All, seen, BodyPoints.HandOf(side), LandmarkLayout.HandCount);
        }
    }

    private void AddNoise(NormalizedSequence clip, Random random)
    {
        var deviates = new Vector2[(1 + clip.FrameCount) * BodyPoints.Count]; // for the clip, then for each frame
        GaussianNoise.Fill(MemoryMarshal.Cast<Vector2, float>(deviates.AsSpan()), random);
        ReadOnlySpan<Vector2> offsets = deviates.AsSpan(0, BodyPoints.Count);
        bool left = clip.Seen(Side.Left).Contains(true);
        bool right = clip.Seen(Side.Right).Contains(true);
        for (int time = 0; time < clip.FrameCount; time++)
        {
            Span<Vector2> points = clip.Frame(time);
            ReadOnlySpan<Vector2> jitter = deviates.AsSpan((1 + time) * BodyPoints.Count, BodyPoints.Count);
            for (int point = 0; point < points.Length; point++)
            {
                bool exists = point < BodyPoints.LeftHand || (point < BodyPoints.RightHand ? left : right);
                Vector2 noise = ((float)config.ClipNoise * offsets[point]) + ((float)config.FrameNoise * jitter[point]);
                points[point] += exists ? noise : Vector2.Zero;
            }
        }
    }

    private static Span<Vector2> HandOf(Span<Vector2> points, Side side) =>
        points.Slice(BodyPoints.HandOf(side), LandmarkLayout.HandCount);

    private static void Transform(Span<Vector2> points, Matrix3x2 move)
    {
        foreach (ref Vector2 point in points)
        {
            point = Vector2.Transform(point, move);
        }
    }

    private static double Between(Random random, double low, double high) => low + ((high - low) * random.NextDouble());

    private static double Spread(Random random, double width) => Between(random, -width, width);

    private static float Factor(Random random, double width) => (float)Math.Exp(Spread(random, Math.Log(1 + width)));

    private static float Radians(double degrees) => (float)(degrees * Math.PI / 180);
}
