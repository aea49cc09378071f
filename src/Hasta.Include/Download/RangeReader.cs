using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace Hasta.Include.Download;

/// <summary>Reads byte ranges of files on a server, in order, and resumes interrupted connections.</summary>
internal sealed class RangeReader(HttpClient http, DownloadOptions options, RetryPolicy retries, TimeProvider clock)
{
    /// <summary>Large enough that direct writes to the disk do not have to be awaited too often.</summary>
    private const int BufferBytes = 1 << 20;

    private const int ResponseBufferBytes = 64 << 10;

    /// <summary>
    /// An attempt that received less than this counts as failed, so that a server that closes every connection at once ends the download.
    /// </summary>
    private const int MinProgressBytes = 4 << 10;

    /// <summary>If a server sends the whole file, up to this many bytes are skipped instead of requested again.</summary>
    private const int MaxSkipBytes = 1 << 20;

    /// <summary>Attempts before we conclude that the server ignores Range.</summary>
    private const int MaxIgnored = 3;

    private readonly PageBuffers buffers = new(BufferBytes);

    /// <summary>Reads a whole response of unknown but bounded length, such as a record's JSON.</summary>
    /// <returns>Null if the resource does not exist (404).</returns>
    /// <exception cref="DownloadException">No response, or one longer than <paramref name="maxBytes"/>.</exception>
    public Task<byte[]?> ReadAllAsync(Uri address, int maxBytes, CancellationToken cancellationToken) => retries.RunAsync(
        async token =>
        {
            using var stall = new StallDetector(options, clock, token);
            using HttpRequestMessage request = new(HttpMethod.Get, address);
            using HttpResponseMessage response = await NetworkAsync(
                address, stall, () => http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stall.Token), token);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return null;
            }

            ThrowIfFailed(address, response);
            await using Stream body = await response.Content.ReadAsStreamAsync(stall.Token);
            var all = new ArrayBufferWriter<byte>();
            while (await NetworkAsync(address, stall, () => body.ReadAsync(all.GetMemory(ResponseBufferBytes), stall.Token).AsTask(), token)
                is int count and > 0)
            {
                stall.Count(count);
                ThrowIfSlow(address, stall);
                all.Advance(count);
                if (all.WrittenCount > maxBytes)
                {
                    throw new DownloadException($"{address} returned more than {maxBytes} bytes. Check --base-url.");
                }
            }

            return all.WrittenSpan.ToArray();
        },
        cancellationToken);

    /// <exception cref="DownloadException">The server does not return the bytes.</exception>
    /// <exception cref="RangeIgnoredException">The server sends the file from its start.</exception>
    /// <exception cref="ChangedFileException">The file has changed.</exception>
    internal async Task ReadAsync(RangeRequest request, CancellationToken cancellationToken)
    {
        var cursor = new Cursor(request.Stretch.From);
        int ignored = 0;
        while (cursor.At < request.Stretch.To)
        {
            try
            {
                await retries.RunAsync(token => TryAsync(request, cursor, token), cancellationToken);
            }
            catch (RangeIgnoredException) when (++ignored < MaxIgnored)
            {
                // Of several machines behind one address, some may support Range and some may not.
            }
        }
    }

    private async Task<bool> TryAsync(RangeRequest request, Cursor cursor, CancellationToken cancellationToken)
    {
        long before = cursor.At;
        long started = clock.GetTimestamp();
        try
        {
            await ReadOnceAsync(request, cursor, cancellationToken);
        }
        catch (TransientDownloadException error)
            when (error is { RetryAfter: null, IsSlow: false } && cursor.At - before >= MinProgressIn(clock.GetElapsedTime(started)))
        {
            // Interrupted after it received something: the next attempt continues from there.
        }

        return true;
    }

    /// <summary>
    /// Bytes that an attempt must have received to count as a success: retries must also end for a server that trickles and then
    /// disconnects.
    /// </summary>
    private double MinProgressIn(TimeSpan time) => Math.Max(MinProgressBytes, options.MinBytesPerSecond * time.TotalSeconds);

    private async Task ReadOnceAsync(RangeRequest request, Cursor cursor, CancellationToken cancellationToken)
    {
        Uri address = request.File.Address;
        using var stall = new StallDetector(options, clock, cancellationToken);
        using HttpRequestMessage message = MessageFor(request, cursor.At);
        using HttpResponseMessage response = await NetworkAsync(
            address, stall, () => http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stall.Token), cancellationToken);
        ThrowIfFailed(address, response);
        request.Identity.Check(address, LengthOf(response), response.Headers.ETag?.ToString());
        long skip = cursor.At - StartOf(address, response, cursor.At);
        if (skip > MaxSkipBytes)
        {
            throw new RangeIgnoredException($"{address} sent the whole file instead of the requested range.");
        }

        await using Stream body = await response.Content.ReadAsStreamAsync(stall.Token);
        Memory<byte> buffer = buffers.Rent();
        try
        {
            while (cursor.At < request.Stretch.To)
            {
                int max = (int)Math.Min(buffer.Length, skip + request.Stretch.To - cursor.At);
                int count = await FillAsync(address, body, buffer[..max], stall, cancellationToken);
                int skipped = (int)Math.Min(skip, count);
                skip -= skipped;
                bool more = await request.Sink(buffer[skipped..count], cancellationToken);
                cursor.At = more ? cursor.At + count - skipped : request.Stretch.To;
            }
        }
        finally
        {
            buffers.Return(buffer);
        }
    }

    /// <returns>The number of bytes received: a full buffer, or those before an interruption.</returns>
    /// <exception cref="TransientDownloadException">Interrupted before anything was received.</exception>
    private async Task<int> FillAsync(Uri address, Stream body, Memory<byte> room, StallDetector stall, CancellationToken cancellationToken)
    {
        ThrowIfSlow(address, stall);
        int total = 0;
        try
        {
            while (total < room.Length && !stall.IsSlow)
            {
                int count = await NetworkAsync(
                    address, stall, () => body.ReadAsync(room[total..], stall.Token).AsTask(), cancellationToken);
                stall.Count(count > 0 ? count : throw new TransientDownloadException($"{address}: the response ended early."));
                total += count;
            }
        }
        catch (TransientDownloadException) when (total > 0)
        {
            // The next read fails too, because the connection is closed.
        }

        return total;
    }

    private void ThrowIfSlow(Uri address, StallDetector stall)
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

    private static HttpRequestMessage MessageFor(RangeRequest request, long from)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, request.File.Address);
        message.Headers.Range = new RangeHeaderValue(from, request.Stretch.To - 1);
        message.Headers.IfRange = request.Identity.StrongTag is { } tag ? new RangeConditionHeaderValue(tag) : null;
        return message;
    }

    /// <exception cref="TransientDownloadException">A temporary status.</exception>
    /// <exception cref="DownloadException">A permanent one.</exception>
    private void ThrowIfFailed(Uri address, HttpResponseMessage response)
    {
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent)
        {
            return;
        }

        string status = $"{address} returned {(int)response.StatusCode} ({response.ReasonPhrase}).";
        throw response.StatusCode switch
        {
            HttpStatusCode.RequestedRangeNotSatisfiable => new ChangedFileException($"{address} is shorter on the server than announced."),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
                new TransientDownloadException(status) { RetryAfter = PauseOf(response) },
            _ => new DownloadException($"{status} Check --base-url, and whether a proxy or the server's administrators block access."),
        };
    }

    /// <summary>Retry-After, as seconds or as a date.</summary>
    private TimeSpan? PauseOf(HttpResponseMessage response)
    {
        TimeSpan? requested = response.Headers.RetryAfter?.Delta ?? (response.Headers.RetryAfter?.Date - clock.GetUtcNow());
        return requested < TimeSpan.Zero ? TimeSpan.Zero : requested;
    }

    private static long StartOf(Uri address, HttpResponseMessage response, long requested)
    {
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return 0;
        }

        return response.Content.Headers.ContentRange is { From: { } from } && from == requested
            ? from
            : throw new TransientDownloadException($"{address} returned other bytes than those requested.");
    }

    private static long? LengthOf(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.OK ? response.Content.Headers.ContentLength : response.Content.Headers.ContentRange?.Length;

    /// <summary>Converts network errors to <see cref="TransientDownloadException"/>.</summary>
    private async Task<T> NetworkAsync<T>(Uri address, StallDetector stall, Func<Task<T>> work, CancellationToken cancellationToken)
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

    private sealed class Cursor(long at)
    {
        public long At { get; set; } = at;
    }
}
