using System.Numerics;
using Hasta.Landmarks;

namespace Hasta.Recognition.Live.Segmentation;

/// <summary>
/// Finds signs by the height and speed of the hands: a raised hand starts one, lowered or still hands end it. <see cref="SegmenterState"/>
/// lists its states.
/// </summary>
internal sealed class RuleDetector(SignSegmenterOptions options) : IBoundaryDetector
{
    private readonly SignerTracker signer = new(options.MaxDropout);
    private SegmenterState state;
    private TimeSpan? raisedSince;
    private TimeSpan? loweredSince;
    private TimeSpan? stillSince;
    private (Vector2 Left, Vector2 Right) held;

    public IEnumerable<Boundary> Add(LandmarkFrame frame)
    {
        (HandMotion left, HandMotion right) = signer.Add(frame);
        bool isLowered = !(left.Height < options.LoweredHeight) && !(right.Height < options.LoweredHeight);
        bool isRaised = left.Height < options.RaisedHeight || right.Height < options.RaisedHeight;
        loweredSince = isLowered ? loweredSince ?? frame.Time : null;
        raisedSince = isRaised ? raisedSince ?? frame.Time : isLowered ? null : raisedSince;
        stillSince = !isLowered && IsStill(left) && IsStill(right) ? stillSince ?? frame.Time : null;
        return state switch
        {
            SegmenterState.Rest => WhileResting(frame.Time),
            SegmenterState.Signing => WhileSigning(frame.Time, left, right),
            _ => WhileHeld(frame.Time, left, right),
        };
    }

    public void Reset()
    {
        signer.Reset();
        state = SegmenterState.Rest;
        (raisedSince, loweredSince, stillSince) = (null, null, null);
    }

    private bool IsStill(HandMotion hand) => hand.Speed < options.StillSpeed || !(hand.Height < options.LoweredHeight);

    private Boundary[] WhileResting(TimeSpan time) =>
        raisedSince is { } since && time - since >= options.Onset ? Begin(since) : [];

    private Boundary[] WhileSigning(TimeSpan time, HandMotion left, HandMotion right)
    {
        if (loweredSince is { } since && time - since >= options.Hold)
        {
            state = SegmenterState.Rest;
            return [new Boundary(BoundaryKind.Ends, since), new Boundary(BoundaryKind.Rests, since)];
        }

        if (stillSince is { } still && time - still >= options.Still)
        {
            (state, held) = (SegmenterState.Held, (left.Position, right.Position));
            return [new Boundary(BoundaryKind.Ends, time)];
        }

        return [];
    }

    private Boundary[] WhileHeld(TimeSpan time, HandMotion left, HandMotion right)
    {
        if (loweredSince is { } since && time - since >= options.Hold)
        {
            state = SegmenterState.Rest;
            return [new Boundary(BoundaryKind.Rests, since)];
        }

        return HasMoved(left, held.Left) || HasMoved(right, held.Right) ? Begin(time) : [];
    }

    private bool HasMoved(HandMotion hand, Vector2 from) =>
        hand.Height < options.LoweredHeight && Vector2.Distance(hand.Position, from) > options.NextMovement;

    private Boundary[] Begin(TimeSpan time)
    {
        (state, stillSince) = (SegmenterState.Signing, null);
        return [new Boundary(BoundaryKind.Begins, time)];
    }
}
