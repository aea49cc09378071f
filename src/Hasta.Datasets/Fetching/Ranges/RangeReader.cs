using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Hasta.Datasets.Fetching.Retries;

namespace Hasta.Datasets.Fetching.Ranges;

/// <summary>Reads byte ranges of files on a server, in order, and resumes interrupted connections.</summary>
internal sealed class RangeReader(HttpClient http, DownloadOptions options, RetryPolicy retries, TimeProvider clock)
{
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

    /// <summary>Requests the headers of a resource.</summary>
    /// <returns>A response of any status that a retry does not change.</returns>
    /// <exception cref="DownloadException">No such response.</exception>
    public Task<HttpResponseMessage> HeadAsync(Uri address, CancellationToken cancellationToken) => retries.RunAsync(
        async token =>
        {
            using Transfer transfer = Start(address, token);
            HttpResponseMessage response = await transfer.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
            ResponseChecks.ThrowIfTransient(address, response, clock);
            return response;
        },
        cancellationToken);

    /// <summary>Reads a whole response of unknown but bounded length, such as a record's JSON.</summary>
    /// <returns>Null if the resource does not exist (404).</returns>
    /// <exception cref="DownloadException">No response, or one longer than <paramref name="maxBytes"/>.</exception>
    public Task<byte[]?> ReadAllAsync(Uri address, int maxBytes, CancellationToken cancellationToken) => retries.RunAsync(
        async token =>
        {
            using Transfer transfer = Start(address, token);
            using HttpResponseMessage response = await transfer.SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return null;
            }

            ResponseChecks.ThrowIfFailed(address, response, clock, options);
            await using Stream body = await transfer.OpenAsync(response);
            var all = new ArrayBufferWriter<byte>();
            while (await transfer.ReadAsync(body, all.GetMemory(ResponseBufferBytes)) is int count and > 0)
            {
                all.Advance(count);
                if (all.WrittenCount > maxBytes)
                {
                    throw new DownloadException($"{address} returned more than {maxBytes} bytes. Check {options.AddressSetting}.");
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
        var cursor = new Cursor(request.Range.From);
        int ignored = 0;
        while (cursor.At < request.Range.To)
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
        using Transfer transfer = Start(address, cancellationToken);
        using HttpResponseMessage response = await transfer.SendAsync(MessageFor(request, cursor.At));
        ResponseChecks.ThrowIfFailed(address, response, clock, options);
        request.Identity.Check(address, ResponseChecks.LengthOf(response), response.Headers.ETag?.ToString());
        long skip = cursor.At - ResponseChecks.StartOf(address, response, cursor.At);
        if (skip > MaxSkipBytes)
        {
            throw new RangeIgnoredException($"{address} sent the whole file instead of the requested range.");
        }

        await using Stream body = await transfer.OpenAsync(response);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            while (cursor.At < request.Range.To)
            {
                int max = (int)Math.Min(buffer.Length, skip + request.Range.To - cursor.At);
                int count = await transfer.FillAsync(body, buffer.AsMemory(0, max));
                int skipped = (int)Math.Min(skip, count);
                skip -= skipped;
                bool more = await request.Sink(buffer.AsMemory(skipped..count), cancellationToken);
                cursor.At = more ? cursor.At + count - skipped : request.Range.To;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private Transfer Start(Uri address, CancellationToken cancellationToken) => new(http, address, options, clock, cancellationToken);

    private static HttpRequestMessage MessageFor(RangeRequest request, long from)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, request.File.Address);
        message.Headers.Range = new RangeHeaderValue(from, request.Range.To - 1);
        message.Headers.IfRange = request.Identity.StrongTag is { } tag ? new RangeConditionHeaderValue(tag) : null;
        return message;
    }

    private sealed class Cursor(long at)
    {
        public long At { get; set; } = at;
    }
}
