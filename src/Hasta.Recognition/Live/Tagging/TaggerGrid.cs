using Hasta.Landmarks;
using Hasta.Recognition.Live.Segmentation;

namespace Hasta.Recognition.Live.Tagging;

/// <summary>
/// Resamples a stream of any frame rate to <see cref="StepsPerSecond"/>, and cuts windows around each step: the network's input. The same
/// code makes its training data.
/// </summary>
internal sealed class TaggerGrid(TimeSpan maxDropout)
{
    public const double StepsPerSecond = 15;

    /// <summary>Steps of a window before its own.</summary>
    public const int Before = 20;

    /// <summary>Steps of a window after its own: the delay of the answer.</summary>
    public const int After = 3;

    /// <summary>Values of a window.</summary>
    public const int WindowWidth = (Before + 1 + After) * TaggerFrame.Width;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1 / StepsPerSecond);

    private readonly SignerTracker signer = new(maxDropout);
    private readonly float[] window = new float[WindowWidth];
    private (TimeSpan Time, float[] Values)? last;
    private TimeSpan next;
    private int steps;

    /// <summary>Of the higher hand in the last frame, in shoulder widths below the shoulders; NaN if both are lost.</summary>
    public float Height { get; private set; } = float.NaN;

    /// <param name="frame">Later than the frame before.</param>
    /// <returns>
    /// The windows that are complete now, with the time of their own step; valid until the next one is requested.
    /// </returns>
    public IEnumerable<(TimeSpan Time, ReadOnlyMemory<float> Window)> Add(LandmarkFrame frame)
    {
        (HandMotion left, HandMotion right) = signer.Add(frame);
        Height = float.MinNumber(left.Height, right.Height);
        float[] values = TaggerFrame.Describe(frame, left, right);
        (TimeSpan Time, float[] Values) previous = last ?? (frame.Time, values);
        if (last is null)
        {
            next = frame.Time;
            for (int i = 0; i < WindowWidth; i += values.Length)
            {
                values.CopyTo(window, i);
            }
        }

        last = (frame.Time, values);
        for (; next <= frame.Time; next += Step)
        {
            Push(previous, last.Value, next);
            if (++steps > After)
            {
                yield return (next - (After * Step), window);
            }
        }
    }

    public void Reset()
    {
        signer.Reset();
        (last, steps) = (null, 0);
    }

    private void Push((TimeSpan Time, float[] Values) from, (TimeSpan Time, float[] Values) to, TimeSpan time)
    {
        window.AsSpan(TaggerFrame.Width).CopyTo(window);
        Span<float> newest = window.AsSpan(WindowWidth - TaggerFrame.Width);
        double span = (to.Time - from.Time).TotalSeconds;
        float share = span > 0 ? (float)((time - from.Time).TotalSeconds / span) : 1;
        for (int i = 0; i < newest.Length; i++)
        {
            newest[i] = from.Values[i] + (share * (to.Values[i] - from.Values[i]));
        }
    }
}
