using Hasta.Datasets.Fetching.Retries;

namespace Hasta.Datasets.Fetching.Ranges;

/// <summary>
/// One request and its response. Network errors, silence and trickling become <see cref="TransientDownloadException"/>.
/// </summary>
internal sealed class Transfer(
    HttpClient http, Uri address, DownloadOptions options, TimeProvider clock, CancellationToken cancellationToken) : IDisposable
{
    private readonly StallDetector stall = new(options, clock, cancellationToken);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message) => NetworkAsync(async () =>
    {
        using (message)
        {
            return await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stall.Token);
        }
    });

    public Task<Stream> OpenAsync(HttpResponseMessage response) => response.Content.ReadAsStreamAsync(stall.Token);

    /// <returns>The number of bytes received; 0 at the end.</returns>
    public async Task<int> ReadAsync(Stream body, Memory<byte> buffer)
    {
        ThrowIfSlow();
        int count = await NetworkAsync(() => body.ReadAsync(buffer, stall.Token).AsTask());
        stall.Count(count);
        return count;
    }

    /// <returns>The number of bytes received: a full buffer, or those before an interruption.</returns>
    /// <exception cref="TransientDownloadException">Interrupted before anything was received.</exception>
    public async Task<int> FillAsync(Stream body, Memory<byte> buffer)
    {
        ThrowIfSlow();
        int total = 0;
        try
        {
            while (total < buffer.Length && !stall.IsSlow)
            {
                int count = await ReadAsync(body, buffer[total..]);
                total += count > 0 ? count : throw new TransientDownloadException($"{address}: the response ended early.");
            }
        }
        catch (TransientDownloadException) when (total > 0)
        {
            // The next read fails too, because the connection is closed.
        }

        return total;
    }

    public void Dispose() => stall.Dispose();

    private void ThrowIfSlow()
    {
        if (stall.IsSlow)
        {
            throw new TransientDownloadException(
                $"{address} sends less than {options.MinBytesPerSecond} bytes per second over {options.Window.TotalSeconds:0} s.")
            {
                IsSlow = true,
            };
        }
    }

    private async Task<T> NetworkAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransientDownloadException(
                stall.IsSilent
                    ? $"{address} sent no data for {options.IdleTimeout.TotalSeconds:0} s."
                    : $"{address} does not respond.",
                error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new TransientDownloadException($"{address}: {error.Message}", error);
        }
    }
}
