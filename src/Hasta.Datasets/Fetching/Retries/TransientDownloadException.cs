namespace Hasta.Datasets.Fetching.Retries;

/// <summary>A failed attempt that may be retried: it never leaves <see cref="RetryPolicy"/>.</summary>
internal sealed class TransientDownloadException : Exception
{
    public TransientDownloadException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>The delay that the server requests.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the attempt received less than <see cref="DownloadOptions.MinBytesPerSecond"/>.</summary>
    public bool IsSlow { get; init; }
}
