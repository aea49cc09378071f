using Hasta.Landmarks;

namespace Hasta.Recognition.Live.Tagging;

/// <summary>Cuts a stream into signs where the <see cref="SignTagger"/> says that one begins and ends.</summary>
internal sealed class TaggingSegmenter : ISignSegmenter
{
    /// <summary>After a gap this long between frames, the stream begins anew.</summary>
    private static readonly TimeSpan MaxGap = TimeSpan.FromSeconds(1);

    private readonly SignSegmenterOptions options;
    private readonly SignTagger tagger;
    private readonly TaggerGrid grid;
    private readonly FrameBuffer frames = new();
    private bool isSigning;
    private TimeSpan start;
    private TimeSpan end;
    private int above;
    private int below;

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public TaggingSegmenter(SignTagger tagger, SignSegmenterOptions options)
    {
        options.Validate();
        (this.tagger, this.options) = (tagger, options);
        grid = new TaggerGrid(options.MaxDropout);
    }

    public IReadOnlyList<LandmarkFrame>? Current => isSigning ? frames.Between(start - options.PreRoll, TimeSpan.MaxValue) : null;

    public IReadOnlyList<SegmenterSignal> Add(LandmarkFrame frame)
    {
        IReadOnlyList<SegmenterSignal> before = [];
        if (frames.LastTime is { } last && (frame.Time <= last || frame.Time - last > MaxGap))
        {
            if (frame.Time == last)
            {
                return [];
            }

            before = Complete();
        }

        frames.Add(frame);
        var signals = new List<SegmenterSignal>(before);
        foreach ((TimeSpan time, ReadOnlyMemory<float> window) in grid.Add(frame))
        {
            signals.AddRange(Step(time, tagger.Tag(window.Span)));
        }

        return signals;
    }

    public IReadOnlyList<SegmenterSignal> Complete()
    {
        SegmenterSignal[] signals = isSigning ? End() : [];
        Reset();
        return signals;
    }

    public void Reset()
    {
        grid.Reset();
        frames.Clear();
        (isSigning, above, below) = (false, 0, 0);
    }

    private SegmenterSignal[] Step(TimeSpan time, float probability)
    {
        above = probability >= options.StartAt ? above + 1 : 0;
        below = probability < options.EndBelow ? below + 1 : 0;
        if (!isSigning)
        {
            if (above >= options.StartSteps)
            {
                (isSigning, start, end) = (true, time - StepTime(above - 1), time);
                return [new SegmenterSignal(SegmenterSignalKind.Started, start, start, [])];
            }

            frames.DropBefore(time - StepTime(options.StartSteps) - options.PreRoll);
            return [];
        }

        end = below == 0 ? time : end;
        if (below >= options.EndSteps)
        {
            return End();
        }

        return time - start >= options.MaxDuration ? [.. End(), Resume(time)] : [];
    }

    private SegmenterSignal Resume(TimeSpan time)
    {
        (isSigning, start, end) = (true, time, time);
        return new SegmenterSignal(SegmenterSignalKind.Started, time, time, []);
    }

    private SegmenterSignal[] End()
    {
        isSigning = false;
        var rest = new SegmenterSignal(SegmenterSignalKind.Rested, end, end, []);
        return end - start < options.MinDuration
            ? [new SegmenterSignal(SegmenterSignalKind.Misfired, start, end, []), rest]
            : [new SegmenterSignal(SegmenterSignalKind.Ended, start, end, frames.Between(start - options.PreRoll, end)), rest];
    }

    private static TimeSpan StepTime(int steps) => TimeSpan.FromSeconds(steps / TaggerGrid.StepsPerSecond);
}
