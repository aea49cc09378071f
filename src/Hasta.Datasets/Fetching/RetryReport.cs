using Microsoft.Extensions.Logging;

namespace Hasta.Datasets.Fetching;

/// <summary>Tells the user of each failed try and of the wait before the next. Several connections that fail together give one line, not one each; a higher number than the last is always told.</summary>
internal sealed class RetryReport(ILogger logger, TimeProvider clock)
{
    private readonly Lock gate = new();
    private int reported;
    private DateTimeOffset quietUntil = DateTimeOffset.MinValue;

    /// <param name="problem">What went wrong, as a sentence.</param>
    /// <param name="next">The number of the next try, from 2.</param>
    /// <param name="all">So many are made.</param>
    /// <param name="wait">Before the next.</param>
    public void Add(string problem, int next, int all, TimeSpan wait)
    {
        lock (gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            if (now < quietUntil && next <= reported)
            {
                return;
            }

            reported = next;
            quietUntil = now + (wait / 2);
        }

        logger.LogWarning("{Problem}. Try {Next} of {All} in {Seconds:0.#} s.", problem.TrimEnd('.'), next, all, wait.TotalSeconds);
    }
}
