using Hasta.Datasets.Fetching;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Hasta.Include.Download;

/// <summary>Makes a try again until it succeeds, with growing pauses and as the server wishes.</summary>
internal sealed class RetryPolicy
{
    private readonly DownloadOptions options;
    private readonly RetryAfterGate pause;
    private readonly ResiliencePipeline pipeline;
    private readonly RetryReport report;

    public RetryPolicy(DownloadOptions options, TimeProvider clock, ILogger<RetryPolicy> logger)
    {
        this.options = options;
        report = new RetryReport(logger, clock);
        pause = new RetryAfterGate(clock);
        pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<TransientDownloadException>(),
            MaxRetryAttempts = options.Attempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.FirstPause,
            MaxDelay = options.MaxPause,
            DelayGenerator = tried => ValueTask.FromResult(PauseAfter(tried.Outcome.Exception)),
            OnRetry = tried =>
            {
                report.Add(tried.Outcome.Exception!.Message, tried.AttemptNumber + 2, options.Attempts, tried.RetryDelay);
                return ValueTask.CompletedTask;
            },
        }).Build();
    }

    /// <param name="attempt">One try; a <see cref="TransientDownloadException"/> asks for another.</param>
    /// <param name="cancellationToken">Ends the pauses too.</param>
    /// <exception cref="DownloadException">All tries failed, or the server asks for too long a pause.</exception>
    internal async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        int slow = 0;
        try
        {
            return await pipeline.ExecuteAsync(
                async token =>
                {
                    try
                    {
                        return await TryAsync(attempt, token);
                    }
                    catch (TransientDownloadException error) when (error.IsSlow && ++slow >= options.MaxSlowTries)
                    {
                        throw new DownloadException($"{error.Message} Run the same command again later: what has come so far is kept. A line that is always this slow needs a lower --min-rate.", error);
                    }
                },
                cancellationToken);
        }
        catch (TransientDownloadException error)
        {
            throw new DownloadException(
                $"{error.Message} That was the last of {options.Attempts} tries. Check the network and run the same command again: what has come so far is kept.", error);
        }
    }

    /// <summary>A server that asks for no pause at all gets the usual one.</summary>
    private TimeSpan? PauseAfter(Exception? error) => error is TransientDownloadException { RetryAfter: { } asked } && asked >= options.FirstPause ? asked : null;

    private async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        await pause.WaitAsync(cancellationToken);
        try
        {
            return await attempt(cancellationToken);
        }
        catch (TransientDownloadException error) when (error.RetryAfter is { } asked)
        {
            if (asked > options.MaxWait)
            {
                throw new DownloadException($"{error.Message} It asks to be left alone for {(int)asked.TotalHours:00}:{asked:mm\\:ss}. Run the same command again after that: what has come so far is kept.", error);
            }

            pause.Ask(asked);
            throw;
        }
    }
}
