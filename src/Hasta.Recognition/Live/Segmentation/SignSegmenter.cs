using Hasta.Landmarks;
using Hasta.Recognition.Live.Tagging;

namespace Hasta.Recognition.Live.Segmentation;

/// <summary>Cuts a stream into signs, and keeps the frames of the sign in progress.</summary>
internal sealed class SignSegmenter
{
    /// <summary>After a gap this long between frames, the stream begins anew.</summary>
    private static readonly TimeSpan MaxGap = TimeSpan.FromSeconds(1);

    private readonly SignSegmenterOptions options;
    private readonly IBoundaryDetector detector;
    private readonly FrameBuffer frames = new();
    private TimeSpan? start;

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public SignSegmenter(SignSegmenterOptions options)
    {
        options.Validate();
        this.options = options;
        detector = options.Kind == SegmenterKind.Rules ? new RuleDetector(options) : new TaggerDetector(SignTagger.Shipped, options);
    }

    /// <summary>The frames of the sign in progress; null between signs.</summary>
    public IReadOnlyList<LandmarkFrame>? Current =>
        start is { } from ? frames.Between(from - options.PreRoll, TimeSpan.MaxValue) : null;

    /// <param name="frame">The next frame; after a gap, or if its time is earlier than the last one, the stream begins anew.</param>
    public IReadOnlyList<SegmenterSignal> Add(LandmarkFrame frame)
    {
        var signals = new List<SegmenterSignal>();
        if (frames.LastTime is { } last && (frame.Time < last || frame.Time - last > MaxGap))
        {
            signals.AddRange(Complete());
        }

        if (frame.Time == frames.LastTime)
        {
            return signals;
        }

        frames.Add(frame);
        signals.AddRange(detector.Add(frame).SelectMany(Convert));
        if (start is { } from && frame.Time - from >= options.MaxDuration)
        {
            signals.AddRange([.. End(frame.Time), .. Begin(frame.Time)]);
        }

        frames.DropBefore((start ?? (frame.Time - options.MaxDropout)) - options.PreRoll);
        return signals;
    }

    /// <summary>Ends the stream, and the sign in progress.</summary>
    public IReadOnlyList<SegmenterSignal> Complete()
    {
        SegmenterSignal[] signals = frames.LastTime is { } last && start is not null
            ? [.. End(last), Signal(SegmenterSignalKind.Rested, last, last)]
            : [];
        Reset();
        return signals;
    }

    /// <summary>Forgets the stream, and the sign in progress.</summary>
    public void Reset()
    {
        detector.Reset();
        frames.Clear();
        start = null;
    }

    private SegmenterSignal[] Convert(Boundary boundary) => boundary.Kind switch
    {
        BoundaryKind.Begins => Begin(boundary.Time),
        BoundaryKind.Ends => End(boundary.Time),
        _ => [Signal(SegmenterSignalKind.Rested, boundary.Time, boundary.Time)],
    };

    private SegmenterSignal[] Begin(TimeSpan time)
    {
        start = time;
        return [Signal(SegmenterSignalKind.Started, time, time)];
    }

    private SegmenterSignal[] End(TimeSpan time)
    {
        if (start is not { } from)
        {
            return [];
        }

        start = null;
        return time - from < options.MinDuration
            ? [Signal(SegmenterSignalKind.Misfired, from, time)]
            : [new SegmenterSignal(SegmenterSignalKind.Ended, from, time, frames.Between(from - options.PreRoll, time))];
    }

    private static SegmenterSignal Signal(SegmenterSignalKind kind, TimeSpan start, TimeSpan end) => new(kind, start, end, []);
}
