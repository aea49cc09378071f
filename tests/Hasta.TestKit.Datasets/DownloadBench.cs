using Hasta.Datasets.Fetching;
using Hasta.Datasets.Fetching.Ranges;
using Hasta.Datasets.Fetching.Retries;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hasta.TestKit.Datasets;

/// <summary>The services of a download, with timeouts short enough for tests.</summary>
internal sealed class DownloadBench : IDisposable
{
    private readonly HttpClient http;

    public DownloadBench()
    {
        http = DownloadClient.Create(Options);
        Reader = new RangeReader(
            http,
            Options,
            new RetryPolicy(Options, TimeProvider.System, NullLogger<RetryPolicy>.Instance),
            TimeProvider.System);
    }

    public DownloadOptions Options { get; } = new()
    {
        Attempts = 30,
        FirstPause = TimeSpan.FromMilliseconds(2),
        MaxPause = TimeSpan.FromMilliseconds(20),
        IdleTimeout = TimeSpan.FromMilliseconds(400),
        Window = TimeSpan.FromMilliseconds(400),
        MinBytesPerSecond = 5000,
        MaxSlowAttempts = 30,
    };

    public RangeReader Reader { get; }

    public FileDownloader Downloader => new(Reader, Options, NullLogger<FileDownloader>.Instance);

    public void Dispose() => http.Dispose();
}
