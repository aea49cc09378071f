using System.Numerics;
using Hasta.Landmarks;

namespace Hasta.Recognition.Live;

/// <summary>
/// Cuts a stream into signs by the height and speed of the hands: <see cref="SegmenterState"/> lists its states, the guide draws them.
/// </summary>
internal sealed class SignSegmenter : ISignSegmenter
{
    /// <summary>After a gap this long between frames, the stream begins anew.</summary>
    private static readonly TimeSpan MaxGap = TimeSpan.FromSeconds(1);

    private readonly SignSegmenterOptions options;
    private readonly SignerTracker signer;
    private readonly FrameBuffer frames = new();
    private SegmenterState state;
    private TimeSpan start;
    private TimeSpan raised;
    private TimeSpan? raisedSince;
    private TimeSpan? loweredSince;
    private TimeSpan? stillSince;
    private (Vector2 Left, Vector2 Right) held;

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public SignSegmenter(SignSegmenterOptions options)
    {
        options.Validate();
        this.options = options;
        signer = new SignerTracker(options.MaxDropout);
    }

    public IReadOnlyList<LandmarkFrame>? Current =>
        state == SegmenterState.Signing && frames.LastTime is { } last ? frames.Between(start, last) : null;

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
        (HandMotion left, HandMotion right) = signer.Add(frame);
        return [.. before, .. Add(frame.Time, left, right)];
    }

    public IReadOnlyList<SegmenterSignal> Complete()
    {
        IReadOnlyList<SegmenterSignal> signals =
            state == SegmenterState.Signing && frames.LastTime is { } last ? Lower(loweredSince ?? last) : [];
        Reset();
        return signals;
    }

    public void Reset()
    {
        signer.Reset();
        frames.Clear();
        state = SegmenterState.Rest;
        (raisedSince, loweredSince, stillSince) = (null, null, null);
    }

    private SegmenterSignal[] Add(TimeSpan time, HandMotion left, HandMotion right)
    {
        bool isLowered = !(left.Height < options.LoweredHeight) && !(right.Height < options.LoweredHeight);
        bool isRaised = left.Height < options.RaisedHeight || right.Height < options.RaisedHeight;
        loweredSince = isLowered ? loweredSince ?? time : null;
        raisedSince = isRaised ? raisedSince ?? time : isLowered ? null : raisedSince;
        stillSince = !isLowered && IsStill(left) && IsStill(right) ? stillSince ?? time : null;
        return state switch
        {
            SegmenterState.Rest => WhileResting(time),
            SegmenterState.Signing => WhileSigning(time, left, right),
            _ => WhileHeld(time, left, right),
        };
    }

    private bool IsStill(HandMotion hand) => hand.Speed < options.StillSpeed || !(hand.Height < options.LoweredHeight);

    private SegmenterSignal[] WhileResting(TimeSpan time)
    {
        if (raisedSince is { } since && time - since >= options.Onset)
        {
            return Start(since);
        }

        frames.DropBefore((raisedSince ?? time) - options.PreRoll);
        return [];
    }

    private SegmenterSignal[] WhileSigning(TimeSpan time, HandMotion left, HandMotion right)
    {
        if (loweredSince is { } since && time - since >= options.Hold)
        {
            return Lower(since);
        }

        if (stillSince is { } still && time - still >= options.Still)
        {
            state = SegmenterState.Held;
            held = (left.Position, right.Position);
            return [End(time)];
        }

        return time - start >= options.MaxDuration ? [End(time), .. Start(time)] : [];
    }

    private SegmenterSignal[] WhileHeld(TimeSpan time, HandMotion left, HandMotion right)
    {
        if (loweredSince is { } since && time - since >= options.Hold)
        {
            state = SegmenterState.Rest;
            return [Signal(SegmenterSignalKind.Rested, since, since)];
        }

        if (HasMoved(left, held.Left) || HasMoved(right, held.Right))
        {
            return Start(time);
        }

        frames.DropBefore(time - options.PreRoll);
        return [];
    }

    private bool HasMoved(HandMotion hand, Vector2 from) =>
        hand.Height < options.LoweredHeight && Vector2.Distance(hand.Position, from) > options.NextMovement;

    private SegmenterSignal[] Start(TimeSpan from)
    {
        (state, raised, start, stillSince) = (SegmenterState.Signing, from, from - options.PreRoll, null);
        frames.DropBefore(start);
        return [Signal(SegmenterSignalKind.Started, from, from)];
    }

    private SegmenterSignal[] Lower(TimeSpan time)
    {
        state = SegmenterState.Rest;
        SegmenterSignal rest = Signal(SegmenterSignalKind.Rested, time, time);
        return time - raised < options.MinDuration ? [Signal(SegmenterSignalKind.Misfired, raised, time), rest] : [End(time), rest];
    }

    private SegmenterSignal End(TimeSpan time) => new(SegmenterSignalKind.Ended, raised, time, frames.Between(start, time));

    private static SegmenterSignal Signal(SegmenterSignalKind kind, TimeSpan start, TimeSpan end) => new(kind, start, end, []);
}
