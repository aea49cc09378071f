using System.Numerics;
using Hasta.Landmarks;
using Hasta.Recognition.Features;

namespace Hasta.Recognition.FrameViews;

/// <summary>
/// Where a clip's kept frames are in the signer's coordinate system and on the timeline of a <see cref="NormalizedSequence"/>: one
/// transform and one timeline for all of them, which change with the points. The frames are read only when they are painted.
/// </summary>
public sealed record FramePlacement
{
    private const double HalfFrame = 0.5;

    public required IKeptFrames Source { get; init; }

    public required FrameConfig Config { get; init; }

    /// <summary>From the signer's coordinate system (shoulder widths) to pixels of the stored frames; row vectors.</summary>
    public required Matrix3x2 ToPixels { get; init; }

    /// <summary>At least one, in storage order.</summary>
    public required IReadOnlyList<PlacedFrame> Frames { get; init; }

    /// <param name="source">The clip's kept frames.</param>
    /// <param name="config">How many of them to use, and how to paint them.</param>
    /// <param name="origin">The signer's origin, in pixels of the clip.</param>
    /// <param name="unit">A shoulder width, in pixels of the clip.</param>
    /// <param name="span">The clip's frames that the sequence contains, inclusive; the first is at time 0.</param>
    public static FramePlacement Create(IKeptFrames source, FrameConfig config, Vector2 origin, float unit, (int First, int Last) span)
    {
        (int width, int height, int storedWidth, int storedHeight) = source.Size;
        return new FramePlacement
        {
            Source = source,
            Config = config,
            ToPixels = Matrix3x2.CreateScale(unit) * Matrix3x2.CreateTranslation(origin)
                * Matrix3x2.CreateScale(storedWidth / (float)width, storedHeight / (float)height),
            Frames = Choose(source, config.Count, span),
        };
    }

    /// <param name="move">The transform that was applied to all points of the sequence; it must be invertible.</param>
    public FramePlacement Move(Matrix3x2 move) => Matrix3x2.Invert(move, out Matrix3x2 back)
        ? this with { ToPixels = back * ToPixels }
        : throw new ArgumentException("This transform has no inverse.", nameof(move));

    /// <summary>
    /// The frames on another timeline. Frames before its start or after its end are removed; if none is left, the one closest to its
    /// middle is kept.
    /// </summary>
    /// <param name="times">The time of each new frame, in frames of the current timeline.</param>
    public FramePlacement At(ReadOnlySpan<double> times)
    {
        double[] timeline = times.ToArray();
        PlacedFrame[] placed = [.. Frames.Select(frame => frame with { Time = Place(timeline, frame.Time) })];
        return this with { Frames = Inside(placed, timeline.Length - 1) };
    }

    /// <summary>Reads and paints the frames.</summary>
    /// <exception cref="BadFileException">The file of frames is missing or corrupt.</exception>
    public ClipFrames Paint() => Source.Paint(this);

    private static PlacedFrame[] Choose(IKeptFrames source, int count, (int First, int Last) span)
    {
        PlacedFrame[] all = [.. source.Numbers.Select((number, i) => new PlacedFrame(i, number - span.First))];
        PlacedFrame[] inside = Inside(all, span.Last - span.First);
        return inside.Length <= count
            ? inside
            : [.. Enumerable.Range(0, count).Select(i => inside[(int)((i + 0.5) * inside.Length / count)])];
    }

    private static PlacedFrame[] Inside(PlacedFrame[] frames, double last)
    {
        PlacedFrame[] inside = [.. frames.Where(frame => frame.Time >= -HalfFrame && frame.Time <= last + HalfFrame)];
        if (inside.Length > 0)
        {
            return inside;
        }

        PlacedFrame closest = frames.MinBy(frame => Math.Abs(frame.Time - (last / 2)));
        return [closest with { Time = Math.Clamp(closest.Time, 0, last) }];
    }

    /// <returns>The position of the time on the timeline, linear between its neighbors and extrapolated beyond its ends.</returns>
    private static double Place(double[] timeline, double time)
    {
        int nearest = 0;
        for (int i = 1; i < timeline.Length; i++)
        {
            nearest = Math.Abs(timeline[i] - time) < Math.Abs(timeline[nearest] - time) ? i : nearest;
        }

        bool later = time > timeline[nearest];
        int other = Math.Clamp(later ? nearest + 1 : nearest - 1, 0, timeline.Length - 1);
        if (other == nearest)
        {
            other = Math.Clamp(later ? nearest - 1 : nearest + 1, 0, timeline.Length - 1);
        }

        double step = timeline[other] - timeline[nearest];
        return step == 0 ? nearest : nearest + ((time - timeline[nearest]) / step * (other - nearest));
    }
}
