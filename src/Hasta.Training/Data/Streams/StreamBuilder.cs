using System.Numerics;
using Hasta.Recognition.Features;

namespace Hasta.Training.Data.Streams;

/// <summary>Joins takes of one signer to a stream: hands travel from rest to the signs, from sign to sign, and to the face.</summary>
/// <param name="rest">Between signs.</param>
/// <param name="random">Decides about tempo and fidgets.</param>
internal sealed class StreamBuilder(BodyPose rest, Random random)
{
    /// <summary>The frame rate of <see cref="NormalizedSequence"/>s.</summary>
    private const double TakeFramesPerSecond = 12;

    /// <summary>A hand lower than this, in shoulder widths below the shoulders, is not part of a sign.</summary>
    private const float LowestSign = 1.15f;

    private readonly List<BodyPose> poses = [rest];
    private readonly List<StreamSign> signs = [];

    /// <summary>Length of the stream so far.</summary>
    public double Seconds => poses.Count / (double)SignStream.FramesPerSecond;

    public SignStream Build() => new(poses, signs);

    /// <summary>Lowers the hands and rests.</summary>
    public void Rest(double seconds)
    {
        MoveTo(rest);
        Stay(rest, seconds);
    }

    /// <summary>Moves the hands to a take's first position and signs. The first frame often shows what was before the take.</summary>
    public void Sign(string gloss, NormalizedSequence take)
    {
        (int first, int last) = Raised(take);
        if (first >= last)
        {
            return;
        }

        MoveTo(BodyPose.At(take, first));
        int start = poses.Count;
        double step = TakeFramesPerSecond / SignStream.FramesPerSecond;
        for (double time = first; time <= last; time += step)
        {
            int before = (int)time;
            BodyPose next = BodyPose.At(take, Math.Min(before + 1, last));
            poses.Add(BodyPose.At(take, before).Lerp(next, (float)(time - before)));
        }

        signs.Add(new StreamSign(gloss, TimeOf(start), TimeOf(poses.Count)));
    }

    /// <summary>Moves the hands somewhere that is no sign, plays there, and lowers them.</summary>
    public void Fidget()
    {
        (Vector2 Place, double Share)[] places = random.Next(6) switch
        {
            0 => [(new Vector2(0.05f, -0.45f), 1)], // chin or mouth
            1 => [(new Vector2(0.25f, -1.15f), 1)], // hair
            2 => [(new Vector2(0.3f, -0.75f), 1)], // ear or glasses
            3 => [(new Vector2(0.5f, 1.25f), 0.2), (new Vector2(0.05f, -0.4f), 0.8)], // drinks
            4 => [(new Vector2(0.1f, 0.55f), 1)], // holds a telephone
            _ => [(new Vector2(0.25f, 1.05f), 1)], // types
        };
        bool isTyping = places[0].Place.Y is > 1 and < 1.2f;
        Side[] sides = isTyping || random.Next(4) == 0 ? [Side.Left, Side.Right] : [random.Next(2) == 0 ? Side.Left : Side.Right];
        double seconds = 0.5 + (random.NextDouble() * (isTyping ? 6 : 3));
        foreach ((Vector2 place, double share) in places)
        {
            BodyPose there = rest;
            foreach (Side side in sides)
            {
                float outwards = Math.Sign(rest.Points[side == Side.Left ? BodyPoints.LeftShoulder : BodyPoints.RightShoulder].X);
                Vector2 spread = 0.15f * new Vector2(random.NextSingle() - 0.5f, random.NextSingle() - 0.5f);
                there = there.MoveArm(side, (place * new Vector2(outwards, 1)) + spread);
                float angle = (isTyping ? 0.2f : -0.9f) + random.NextSingle() - 0.5f;
                RelaxedHand.Put(there.Points, side, new Vector2(-outwards * MathF.Cos(angle), MathF.Sin(angle)));
            }

            MoveTo(there);
            Play(there, sides, seconds * share);
        }

        MoveTo(rest);
    }

    private void Stay(BodyPose pose, double seconds) =>
        poses.AddRange(Enumerable.Repeat(pose, (int)Math.Round(seconds * SignStream.FramesPerSecond)));

    private void Play(BodyPose pose, Side[] sides, double seconds)
    {
        float width = 0.02f + (0.08f * random.NextSingle());
        double speed = 2 * Math.PI * (0.5 + (2.5 * random.NextDouble())) / SignStream.FramesPerSecond;
        for (int i = 0; i < seconds * SignStream.FramesPerSecond; i++)
        {
            BodyPose moved = pose;
            foreach (Side side in sides)
            {
                var shift = new Vector2((float)Math.Sin(i * speed), (float)Math.Cos(1.3 * i * speed));
                moved = moved.MoveArm(side, pose.Points[BodyPoints.HandOf(side)] + (width * shift));
            }

            poses.Add(moved);
        }
    }

    private void MoveTo(BodyPose to)
    {
        BodyPose from = poses[^1];
        double haste = 0.8 + (0.45 * random.NextDouble());
        int steps = ReferenceEquals(from, to) ? 0 : (int)(Transition.Seconds(from, to, haste) * SignStream.FramesPerSecond);
        for (int i = 1; i < steps; i++)
        {
            poses.Add(Transition.At(from, to, i / (double)steps));
        }
    }

    /// <summary>The first and last frame, after the very first, with a hand that is not resting.</summary>
    private static (int First, int Last) Raised(NormalizedSequence take)
    {
        int[] raised = [.. Enumerable.Range(1, take.FrameCount - 1).Where(time => Enum.GetValues<Side>().Any(side =>
        {
            BodyPose pose = BodyPose.At(take, time);
            return pose.Wrist(side).Y < LowestSign || (pose.Has(side) && pose.Points[BodyPoints.HandOf(side)].Y < LowestSign);
        }))];
        return raised.Length == 0 ? (0, 0) : (raised[0], raised[^1]);
    }

    private static TimeSpan TimeOf(int pose) => TimeSpan.FromSeconds(pose / (double)SignStream.FramesPerSecond);
}
