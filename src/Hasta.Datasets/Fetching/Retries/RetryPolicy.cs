using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Hasta.Datasets.Fetching.Retries;

/// <summary>Retries an attempt until it succeeds, with growing delays and as the server requests.</summary>
internal sealed class RetryPolicy
{
    private readonly DownloadOptions options;
    private readonly RetryAfterGate pause;
    private readonly ResiliencePipeline pipeline;
    private readonly RetryLog report;

    public RetryPolicy(DownloadOptions options, TimeProvider clock, ILogger logger)
    {
        this.options = options;
        report = new RetryLog(logger, clock);
        pause = new RetryAfterGate(clock);
        pipeline = options.Attempts < 2 ? ResiliencePipeline.Empty : CreatePipeline(clock);
    }

    /// <param name="attempt">One attempt; a <see cref="TransientDownloadException"/> causes another.</param>
    /// <param name="cancellationToken">Also cancels the delays.</param>
    /// <exception cref="DownloadException">All attempts failed, or the server requests too long a delay.</exception>
    internal async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        int slowAttempts = 0;
        try
        {
            return await pipeline.ExecuteAsync(
                async token =>
                {
                    try
                    {
                        return await TryAsync(attempt, token);
                    }
                    catch (TransientDownloadException error) when (error.IsSlow && ++slowAttempts >= options.MaxSlowAttempts)
                    {
                        throw new DownloadException(
                            $"{error.Message} Run the same command again later: the data received so far is kept. "
                            + $"If the connection is always this slow, lower {options.MinRateSetting}.",
                            error);
                    }
                },
                cancellationToken);
        }
        catch (TransientDownloadException error)
        {
            throw new DownloadException(
                $"{error.Message} That was the last of {options.Attempts} tries. "
                + "Check the network and run the same command again: the data received so far is kept.",
                error)
            {
                IsUnreachable = true,
            };
        }
    }

    private ResiliencePipeline CreatePipeline(TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<TransientDownloadException>(),
            MaxRetryAttempts = options.Attempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.FirstPause,
            MaxDelay = options.MaxPause,
            DelayGenerator = failed => ValueTask.FromResult(PauseAfter(failed.Outcome.Exception)),
            OnRetry = failed =>
            {
                report.Add(failed.Outcome.Exception!.Message, failed.AttemptNumber + 2, options.Attempts, failed.RetryDelay);
                return ValueTask.CompletedTask;
            },
        }).Build();

    /// <summary>If the server requests a shorter delay than the first pause, the usual delay applies.</summary>
    private TimeSpan? PauseAfter(Exception? error) =>
        error is TransientDownloadException { RetryAfter: { } requested } && requested >= options.FirstPause ? requested : null;

    private async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        await pause.WaitAsync(cancellationToken);
        try
        {
            return await attempt(cancellationToken);
        }
        catch (TransientDownloadException error) when (error.RetryAfter is { } requested)
        {
            if (requested > options.MaxWait)
            {
                throw new DownloadException(
                    $"{error.Message} The server requests a delay of {(int)requested.TotalHours:00}:{requested:mm\\:ss}. "
                    + "Run the same command again after that: the data received so far is kept.",
                    error)
                {
                    IsUnreachable = true,
                };
            }

            pause.Extend(requested);
            throw;
        }
    }
}
