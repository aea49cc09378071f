namespace Hasta.Include.Download;

/// <summary>A try that failed and may be made again: never seen outside <see cref="RetryPolicy"/>.</summary>
internal sealed class TransientDownloadException : Exception
{
    public TransientDownloadException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>How long the server asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether it brought less than <see cref="DownloadOptions.MinBytesPerSecond"/>.</summary>
    public bool IsSlow { get; init; }
}
