using Hasta.Landmarks;
using Hasta.Recognition.Live.Segmentation;

namespace Hasta.Recognition.Live.Tagging;

/// <summary>
/// Finds signs by the probabilities of a <see cref="SignTagger"/>, with a threshold to begin and a lower one to end. A sign also ends where
/// the next one begins.
/// </summary>
internal sealed class TaggerDetector(SignTagger tagger, SignSegmenterOptions options) : IBoundaryDetector
{
    private readonly TaggerGrid grid = new(options.MaxDropout);
    private bool isSigning;
    private bool isRaised;
    private TimeSpan? aboveSince;
    private TimeSpan begun;
    private TimeSpan lastSign;

    public IEnumerable<Boundary> Add(LandmarkFrame frame)
    {
        foreach ((TimeSpan time, ReadOnlyMemory<float> window) in grid.Add(frame))
        {
            foreach (Boundary boundary in Step(time, tagger.Tag(window.Span)))
            {
                yield return boundary;
            }
        }
    }

    public void Reset()
    {
        grid.Reset();
        (isSigning, isRaised, aboveSince) = (false, false, null);
    }

    private IEnumerable<Boundary> Step(TimeSpan time, (float Sign, float Begin) probability)
    {
        aboveSince = probability.Sign >= options.StartProbability ? aboveSince ?? time : null;
        if (isSigning && probability.Sign >= options.EndProbability)
        {
            lastSign = time;
        }

        bool wasRaised = isRaised;
        isRaised = grid.Height < (isRaised ? options.LoweredHeight : options.RaisedHeight);
        if (!isSigning && aboveSince is { } since && time - since >= options.Onset)
        {
            (isSigning, begun, lastSign) = (true, since, time);
            yield return new Boundary(BoundaryKind.Begins, since);
        }
        else if (isSigning && probability.Begin >= options.NextProbability && time - begun >= options.MinDistance)
        {
            yield return new Boundary(BoundaryKind.Ends, lastSign);
            (begun, lastSign) = (time, time);
            yield return new Boundary(BoundaryKind.Begins, time);
        }
        else if (isSigning && time - lastSign > (isRaised ? options.HoldRaised : options.Hold))
        {
            isSigning = false;
            yield return new Boundary(BoundaryKind.Ends, lastSign);
            if (!isRaised)
            {
                yield return new Boundary(BoundaryKind.Rests, lastSign);
            }
        }
        else if (!isSigning && wasRaised && !isRaised)
        {
            yield return new Boundary(BoundaryKind.Rests, time);
        }
    }
}
