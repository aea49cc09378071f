using System.Runtime.CompilerServices;
using Hasta.Landmarks;
using Hasta.Landmarks.Text;
using Hasta.Recognition;
using Hasta.Recognition.Live;
using Hasta.Tool.Live;

namespace Hasta.Tool.Segments;

/// <summary>Finds the signs in one clip of any length.</summary>
internal sealed class Segmentation(SignRecognizer recognizer, LongClip clip, IProgress<WorkProgress> progress)
{
    private readonly List<LiveEvent> events = [];
    private int signs;
    private TimeSpan last;

    /// <exception cref="HastaException">The clip is corrupt.</exception>
    public async Task<SegmentList> RunAsync(CancellationToken cancellationToken)
    {
        var live = new LiveRecognizer(recognizer);
        await foreach (LiveEvent happened in live.RecognizeAsync(FramesAsync(cancellationToken), cancellationToken))
        {
            events.Add(happened);
            signs += SignSegment.From(happened) is null ? 0 : 1;
        }

        return SegmentList.From(clip.Path, last, events);
    }

    private async IAsyncEnumerable<LandmarkFrame> FramesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (LandmarkFrame frame in clip.Landmarks.Frames.WithCancellation(cancellationToken))
        {
            if ((int)frame.Time.TotalSeconds != (int)last.TotalSeconds)
            {
                Report(frame.Time);
            }

            last = frame.Time;
            yield return frame;
        }
    }

    /// <summary>Counts whole seconds of the clip.</summary>
    private void Report(TimeSpan time) => progress.Report(new WorkProgress(
        (int)time.TotalSeconds, (int)Math.Ceiling(clip.Length?.TotalSeconds ?? 0), CountText.Of(signs, "sign")));
}
