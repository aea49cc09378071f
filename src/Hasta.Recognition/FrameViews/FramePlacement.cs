using System.Numerics;
using Hasta.Landmarks;
using Hasta.Recognition.Features;

namespace Hasta.Recognition.FrameViews;

/// <summary>
/// Where a clip's kept frames lie in the signer's frame and on the time line of a <see cref="NormalizedSequence"/>: one transform and one time line for all of
/// them, which move with the points. Pictures are read only when they are painted.
/// </summary>
public sealed record FramePlacement
{
    private const double HalfAFrame = 0.5;

    public required IKeptFrames Source { get; init; }

    public required FrameConfig Config { get; init; }

    /// <summary>From the signer's frame (shoulder widths) to pixels of the stored frames; row vectors.</summary>
    public required Matrix3x2 ToPixels { get; init; }

    /// <summary>At least one, in the order in which they are stored.</summary>
    public required IReadOnlyList<PlacedFrame> Frames { get; init; }

    /// <param name="source">The clip's kept frames.</param>
    /// <param name="config">How many of them, and how they are painted.</param>
    /// <param name="origin">The signer's origin, in pixels of the clip.</param>
    /// <param name="unit">A shoulder width, in pixels of the clip.</param>
    /// <param name="span">The clip's frames that the sequence holds: the first is at time 0, the last is still of it.</param>
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

    /// <param name="move">What has been done to all points of the sequence; it can be undone.</param>
    public FramePlacement Move(Matrix3x2 move) => Matrix3x2.Invert(move, out Matrix3x2 back)
        ? this with { ToPixels = back * ToPixels }
        : throw new ArgumentException("This transform has no inverse.", nameof(move));

    /// <summary>The frames on another time line. Those before its beginning or behind its end drop out, but for the nearest where none is left.</summary>
    /// <param name="times">What each new frame shows, in frames of the present time line.</param>
    public FramePlacement At(ReadOnlySpan<double> times)
    {
        double[] line = times.ToArray();
        PlacedFrame[] placed = [.. Frames.Select(frame => frame with { Time = Place(line, frame.Time) })];
        return this with { Frames = Inside(placed, line.Length - 1) };
    }

    /// <summary>Reads and paints the frames.</summary>
    /// <exception cref="BadFileException">The file of frames has gone, or is damaged.</exception>
    public ClipPictures Paint() => Source.Paint(this);

    private static PlacedFrame[] Choose(IKeptFrames source, int count, (int First, int Last) span)
    {
        PlacedFrame[] all = [.. source.Numbers.Select((number, i) => new PlacedFrame(i, number - span.First))];
        PlacedFrame[] inside = Inside(all, span.Last - span.First);
        return inside.Length <= count ? inside : [.. Enumerable.Range(0, count).Select(i => inside[(int)((i + 0.5) * inside.Length / count)])];
    }

    private static PlacedFrame[] Inside(PlacedFrame[] frames, double last)
    {
        PlacedFrame[] inside = [.. frames.Where(frame => frame.Time >= -HalfAFrame && frame.Time <= last + HalfAFrame)];
        if (inside.Length > 0)
        {
            return inside;
        }

        PlacedFrame near = frames.MinBy(frame => Math.Abs(frame.Time - (last / 2)));
        return [near with { Time = Math.Clamp(near.Time, 0, last) }];
    }

    /// <returns>Where on the line the time lies, straight between its neighbours and straight on beyond its ends.</returns>
    private static double Place(double[] line, double time)
    {
        int nearest = 0;
        for (int i = 1; i < line.Length; i++)
        {
            nearest = Math.Abs(line[i] - time) < Math.Abs(line[nearest] - time) ? i : nearest;
        }

        bool later = time > line[nearest];
        int other = Math.Clamp(later ? nearest + 1 : nearest - 1, 0, line.Length - 1);
        if (other == nearest)
        {
            other = Math.Clamp(later ? nearest - 1 : nearest + 1, 0, line.Length - 1);
        }

        double step = line[other] - line[nearest];
        return step == 0 ? nearest : nearest + ((time - line[nearest]) / step * (other - nearest));
    }
}
