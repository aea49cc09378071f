using System.Diagnostics;

namespace Hasta.Bench.Serving.Hostile;

/// <summary>A stretch of time in which one attack runs, or none.</summary>
/// <param name="Name">Of the attack.</param>
/// <param name="From">A time stamp of <see cref="Stopwatch"/>.</param>
/// <param name="Until">A time stamp of <see cref="Stopwatch"/>.</param>
/// <param name="Answer">How the server answered the attack.</param>
internal sealed record AttackPhase(string Name, long From, long Until, string Answer)
{
    /// <summary>Frames that the honest clients dropped in the phase.</summary>
    public required long Dropped { get; init; }

    /// <summary>Of the server at the end of the phase.</summary>
    public required double ResidentMiB { get; init; }

    public double Seconds => Stopwatch.GetElapsedTime(From, Until).TotalSeconds;

    /// <summary>The frames of honest streams that were sent in the phase.</summary>
    public Timing[] FramesOf(IEnumerable<StreamLog> logs) =>
        [.. logs.SelectMany(log => log.Frames).Where(frame => frame.At >= From && frame.At < Until)];
}
