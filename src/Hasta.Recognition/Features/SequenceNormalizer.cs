using System.Numerics;
using Hasta.Landmarks;
using Hasta.Recognition.FrameViews;

namespace Hasta.Recognition.Features;

/// <summary>Converts landmarks in pixels to points in the signer's coordinate system, for a clip or a segment of a live stream.</summary>
internal sealed class SequenceNormalizer(FeatureConfig config)
{
    private const float MinShoulderWidth = 1;

    /// <summary>Shoulder widths from the origin. Points beyond are detector errors and are clamped.</summary>
    private const float Reach = 8;

    /// <param name="sequence">The clip's landmarks.</param>
    /// <param name="kept">Its kept frames, required if the model uses video frames.</param>
    /// <exception cref="NoBodyException">
    /// No frame has a body with both shoulders, or the shoulders are less than one pixel apart.
    /// </exception>
    public NormalizedSequence Extract(LandmarkSequence sequence, IKeptFrames? kept = null)
    {
        if (config.Frames is not null && kept is null)
        {
            throw new ArgumentNullException(nameof(kept), "This model needs video frames.");
        }

        (int first, int last) = BodySpan(sequence.Frames);
        int frames = last - first + 1;
        var tracks = new Vector2[frames * BodyPoints.Count];
        var seen = new bool[3][];
        for (int part = 0; part < seen.Length; part++)
        {
            seen[part] = new bool[frames];
        }

        for (int time = 0; time < frames; time++)
        {
            Read(sequence.Frames[first + time], tracks.AsSpan(time * BodyPoints.Count, BodyPoints.Count), seen, time);
        }

        SwappedHands.Correct(tracks, seen[1], seen[2]);
        UpperBodyGaps.Fill(tracks);
        for (int time = 0; time < frames; time++)
        {
            seen[0][time] = !HasNaN(tracks.AsSpan(time * BodyPoints.Count, BodyPoints.LeftHand));
        }

        GapInterpolation.Fill(tracks, seen[0], 0, BodyPoints.LeftHand);
        (Vector2 origin, float unit) = Normalise(tracks, frames);
        foreach (Side side in Enum.GetValues<Side>())
        {
            GapInterpolation.Fill(tracks, seen[1 + (int)side], BodyPoints.HandOf(side), LandmarkLayout.HandCount);
        }

        var whole = new NormalizedSequence(tracks, seen[1], seen[2]) { View = ViewOf(kept, origin, unit, (first, last)) };
        return Resampling.To(whole, FrameCount(frames / sequence.Fps));
    }

    private FramePlacement? ViewOf(IKeptFrames? kept, Vector2 origin, float unit, (int First, int Last) span) =>
        config.Frames is { } frames && kept is not null ? FramePlacement.Create(kept, frames, origin, unit, span) : null;

    /// <summary>Excludes frames before the person appears and after they leave, because they are not part of the sign.</summary>
    private static (int First, int Last) BodySpan(IReadOnlyList<LandmarkFrame> frames)
    {
        int first = 0;
        int last = frames.Count - 1;
        while (first <= last && !HasShoulders(frames[first]))
        {
            first++;
        }

        while (last > first && !HasShoulders(frames[last]))
        {
            last--;
        }

        return first <= last ? (first, last) : throw NoBodyException.Without(frames);
    }

    private static bool HasShoulders(LandmarkFrame frame) =>
        !frame[LandmarkLayout.LeftShoulder].IsMissing && !frame[LandmarkLayout.RightShoulder].IsMissing;

    private static void Read(LandmarkFrame frame, Span<Vector2> points, bool[][] seen, int time)
    {
        for (int i = 0; i < BodyPoints.UpperBody.Count; i++)
        {
            points[i] = At(frame[BodyPoints.UpperBody[i]]);
        }

        for (int i = 0; i < LandmarkLayout.HandCount; i++)
        {
            points[BodyPoints.LeftHand + i] = At(frame.LeftHand[i]);
            points[BodyPoints.RightHand + i] = At(frame.RightHand[i]);
        }

        seen[1][time] = !HasNaN(points.Slice(BodyPoints.LeftHand, LandmarkLayout.HandCount));
        seen[2][time] = !HasNaN(points.Slice(BodyPoints.RightHand, LandmarkLayout.HandCount));
    }

    private static Vector2 At(Landmark landmark) => new(landmark.X, landmark.Y);

    private static bool HasNaN(ReadOnlySpan<Vector2> points)
    {
        foreach (Vector2 point in points)
        {
            if (!float.IsFinite(point.X + point.Y))
            {
                return true;
            }
        }

        return false;
    }

    private static (Vector2 Origin, float Unit) Normalise(Vector2[] tracks, int frames)
    {
        var shoulders = Enumerable.Range(0, frames)
            .Select(time => (
                Left: tracks[(time * BodyPoints.Count) + BodyPoints.LeftShoulder],
                Right: tracks[(time * BodyPoints.Count) + BodyPoints.RightShoulder]))
            .ToArray();
        var origin = new Vector2(
            Median(shoulders.Select(pair => (pair.Left.X + pair.Right.X) / 2)),
            Median(shoulders.Select(pair => (pair.Left.Y + pair.Right.Y) / 2)));
        float width = Median(shoulders.Select(pair => Vector2.Distance(pair.Left, pair.Right)));
        if (!(width >= MinShoulderWidth))
        {
            throw new NoBodyException("The shoulders of the person in this clip cannot be distinguished.");
        }

        for (int i = 0; i < tracks.Length; i++)
        {
            tracks[i] = Vector2.Clamp((tracks[i] - origin) / width, new Vector2(-Reach), new Vector2(Reach));
        }

        return (origin, width);
    }

    private static float Median(IEnumerable<float> values)
    {
        float[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private int FrameCount(double seconds) => double.IsNaN(seconds)
        ? config.MinFrames
        : (int)Math.Clamp(Math.Round(seconds * config.FramesPerSecond), config.MinFrames, config.MaxFrames);
}
