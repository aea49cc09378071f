using Hasta.Landmarks;
using Hasta.Recognition.Features;
using Hasta.Training.Data.Streams;

namespace Hasta.Training.Data;

/// <summary>
/// A take as the live segmenter cuts it out of a stream: with a part of the way to it and from it, or without its first or last moments, at
/// the frame rate of a webcam, and without hands below the frame.
/// </summary>
internal static class LiveCut
{
    private const double FramesPerSecond = 12;

    /// <summary>How far a cut misses the ends of the sign, in seconds.</summary>
    private const double MaxEarly = 0.35;
    private const double MaxLate = 0.2;

    /// <param name="take">What is signed.</param>
    /// <param name="neighbour">Where the hands come from or go to; null for rest.</param>
    /// <param name="random">Decides about everything that varies.</param>
    public static NormalizedSequence Apply(NormalizedSequence take, NormalizedSequence? neighbour, Random random)
    {
        BodyPose[] poses = [.. Enumerable.Range(0, take.FrameCount).Select(time => BodyPose.At(take, time))];
        BodyPose rest = RestPose.Create(poses[0], random);
        bool isBefore = random.Next(2) == 0;
        BodyPose before = neighbour is not null && isBefore ? BodyPose.At(neighbour, neighbour.FrameCount - 1) : rest;
        BodyPose after = neighbour is not null && !isBefore ? BodyPose.At(neighbour, 0) : rest;
        BodyPose[] way = [.. Way(poses[0], before, random).Reverse(), .. poses, .. Way(poses[^1], after, random)];
        int early = (int)Math.Round(random.NextDouble() * MaxLate * FramesPerSecond * random.Next(2));
        int late = (int)Math.Round(random.NextDouble() * MaxLate * FramesPerSecond * random.Next(2));
        return Hide(ToSequence(way[early..^late]), random);
    }

    /// <summary>The first part of the way from a pose of the sign to one outside.</summary>
    private static IEnumerable<BodyPose> Way(BodyPose sign, BodyPose outside, Random random)
    {
        double seconds = Transition.Seconds(sign, outside, 0.8 + (0.45 * random.NextDouble()));
        int frames = (int)Math.Round(random.NextDouble() * Math.Min(MaxEarly, seconds) * FramesPerSecond);
        for (int frame = 1; frame <= frames; frame++)
        {
            yield return Transition.At(sign, outside, Math.Min(1, frame / (FramesPerSecond * seconds)));
        }
    }

    private static NormalizedSequence ToSequence(BodyPose[] poses) => new(
        [.. poses.SelectMany(pose => pose.Points)],
        Array.ConvertAll(poses, pose => pose.HasLeft),
        Array.ConvertAll(poses, pose => pose.HasRight));

    /// <summary>Hides hands below a random lower edge of the frame, and leaves out frames of slow cameras.</summary>
    private static NormalizedSequence Hide(NormalizedSequence clip, Random random)
    {
        float bottom = random.Next(3) == 0 ? 0.6f + (0.2f * random.NextSingle()) : 1.2f + random.NextSingle();
        double rate = Math.Exp(Math.Log(6) + (random.NextDouble() * Math.Log(50 / 6.0)));
        foreach (Side side in Enum.GetValues<Side>())
        {
            Span<bool> seen = clip.Seen(side);
            for (int time = 0; time < clip.FrameCount; time++)
            {
                seen[time] &= clip.Frame(time)[BodyPoints.HandOf(side) + HandPoint.MiddleMcp].Y < bottom;
            }

            GapInterpolation.Fill(clip.All, seen, BodyPoints.HandOf(side), LandmarkLayout.HandCount);
        }

        int frames = clip.FrameCount;
        return rate >= FramesPerSecond
            ? clip
            : Resampling.To(Resampling.To(clip, Math.Max(4, (int)(frames * rate / FramesPerSecond))), frames);
    }
}
