using Hasta.Landmarks;

namespace Hasta.Recognition.Live.Hints;

/// <summary>The hints of one stream. A hint appears and disappears only after its problem has lasted, so that none flickers.</summary>
internal sealed class LiveHints
{
    private const double SmoothingSeconds = 0.7;
    private const double MaxStepSeconds = 0.5; // after a gap, one frame must not decide
    private const double ShowAbove = 0.6;
    private const double HideBelow = 0.3;
    private static readonly LiveHint[] All = Enum.GetValues<LiveHint>();

    private readonly double[] shares = new double[All.Length];
    private readonly bool[] shown = new bool[All.Length];
    private TimeSpan? previous;

    /// <summary>In the order of <see cref="LiveHint"/>.</summary>
    public IReadOnlyList<LiveHint> Current => [.. All.Where(hint => shown[(int)hint])];

    /// <param name="frame">Landmarks in pixels.</param>
    /// <param name="width">Of the frame, pixels.</param>
    /// <param name="height">Of the frame, pixels.</param>
    /// <param name="lighting">Null if only landmarks are known.</param>
    /// <param name="people">The latest number of people; null if it is not known.</param>
    public void Add(LandmarkFrame frame, int width, int height, Lighting? lighting, int? people)
    {
        double seconds = Math.Clamp((frame.Time - (previous ?? frame.Time)).TotalSeconds, 0, MaxStepSeconds);
        previous = frame.Time;
        double weight = 1 - Math.Exp(-seconds / SmoothingSeconds);
        LiveHint[] found = [.. ViewProblems.Find(frame, width, height, lighting)];
        foreach (LiveHint hint in All)
        {
            bool isFound = hint == LiveHint.SecondPerson ? people > 1 : found.Contains(hint);
            ref double share = ref shares[(int)hint];
            share += weight * ((isFound ? 1 : 0) - share);
            shown[(int)hint] = share > ShowAbove || (shown[(int)hint] && share > HideBelow);
        }
    }
}
