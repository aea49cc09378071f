using System.Numerics;
using System.Runtime.InteropServices;
using Hasta.Landmarks;
using Hasta.Recognition.Features;

namespace Hasta.Training.Data.Streams;

/// <summary>
/// Sees a <see cref="SignStream"/> as a webcam and a tracker would: at its own frame rate, with late and lost frames, trembling points,
/// hands lost while they move fast, and no hand outside the frame.
/// </summary>
internal sealed record VirtualCamera
{
    private const int Width = 640;
    private const int Height = 480;

    /// <summary>Standard deviation of points, in shoulder widths.</summary>
    private const float Tremble = 0.004f;

    /// <summary>A hand faster than this, in shoulder widths per second, blurs and is often lost.</summary>
    private const float BlurSpeed = 4;

    public required double FramesPerSecond { get; init; }

    /// <summary>Head and shoulders only, as on a laptop; otherwise down to the waist.</summary>
    public required bool IsCloseUp { get; init; }

    /// <returns>Such as <c>close-up, 12 frames/s</c>.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{(IsCloseUp ? "close-up" : "waist up")}, {FramesPerSecond} frames/s");

    /// <param name="stream">What happens in front of the camera.</param>
    /// <param name="random">Decides about everything that a camera gets wrong.</param>
    public IEnumerable<LandmarkFrame> Record(SignStream stream, Random random)
    {
        float unit = IsCloseUp ? 215 + (35 * random.NextSingle()) : 120 + (50 * random.NextSingle());
        var origin = new Vector2((Width / 2) + (40 * (random.NextSingle() - 0.5f)), IsCloseUp ? 320 : 190 + (30 * random.NextSingle()));
        double sway = random.NextDouble() * 2 * Math.PI;
        BodyPose? previous = null;
        for (int frame = 0; frame / FramesPerSecond < stream.Duration.TotalSeconds; frame++)
        {
            double time = (frame + (0.2 * random.NextDouble())) / FramesPerSecond;
            BodyPose pose = stream.Poses[Math.Min((int)(time * SignStream.FramesPerSecond), stream.Poses.Count - 1)];
            if (random.NextDouble() >= 0.01)
            {
                var drift = new Vector2((float)Math.Sin((0.7 * time) + sway), (float)Math.Sin(0.31 * time));
                yield return See(pose, previous ?? pose, (TimeSpan.FromSeconds(time), origin + (0.03f * unit * drift), unit), random);
            }

            previous = pose;
        }
    }

    private LandmarkFrame See(BodyPose pose, BodyPose previous, (TimeSpan Time, Vector2 Origin, float Unit) view, Random random)
    {
        Landmark[] landmarks = Landmark.AllMissing(LandmarkLayout.CountWithoutFace);
        var points = new Vector2[BodyPoints.Count];
        GaussianNoise.Fill(MemoryMarshal.Cast<Vector2, float>(points.AsSpan()), random);
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = pose.Points[i] + (Tremble * points[i]);
        }

        for (int i = 0; i < BodyPoints.UpperBody.Count; i++)
        {
            Vector2 place = Place(points[i]);
            landmarks[BodyPoints.UpperBody[i]] = new Landmark(place.X, place.Y, 0, IsInFrame(place) ? 0.95f : 0.1f);
        }

        foreach (Side side in Enum.GetValues<Side>())
        {
            float speed = Vector2.Distance(pose.Wrist(side), previous.Wrist(side)) * (float)FramesPerSecond;
            Vector2[] hand = Array.ConvertAll(points[BodyPoints.HandOf(side)..(BodyPoints.HandOf(side) + LandmarkLayout.HandCount)], Place);
            bool isSeen = pose.Has(side) && hand.Count(IsInFrame) > hand.Length * 2 / 3
                && random.NextDouble() >= (speed > BlurSpeed ? 0.35 : 0.02);
            int start = side == Side.Left ? LandmarkLayout.LeftHandStart : LandmarkLayout.RightHandStart;
            for (int i = 0; i < hand.Length && isSeen; i++)
            {
                landmarks[start + i] = new Landmark(hand[i].X, hand[i].Y, 0, 1);
            }
        }

        return new LandmarkFrame(view.Time, landmarks);

        Vector2 Place(Vector2 point) => view.Origin + (view.Unit * point);
    }

    private static bool IsInFrame(Vector2 place) => place.X is >= 0 and < Width && place.Y is >= 0 and < Height;
}
