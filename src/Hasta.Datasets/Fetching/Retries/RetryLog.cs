using Microsoft.Extensions.Logging;

namespace Hasta.Datasets.Fetching.Retries;

/// <summary>
/// Logs each failed attempt and the wait before the next. Connections that fail together produce one line, not one each; an attempt number
/// higher than the last one is always logged.
/// </summary>
internal sealed class RetryLog(ILogger logger, TimeProvider clock)
{
    private readonly Lock gate = new();
    private int reported;
    private DateTimeOffset quietUntil = DateTimeOffset.MinValue;

    /// <param name="problem">What went wrong, as a sentence.</param>
    /// <param name="next">The number of the next attempt, from 2.</param>
    /// <param name="all">The total number of attempts.</param>
    /// <param name="wait">The delay before the next attempt.</param>
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
