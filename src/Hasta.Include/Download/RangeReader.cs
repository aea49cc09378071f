using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace Hasta.Include.Download;

/// <summary>Reads stretches of files on a server, in order, going on where a connection was cut.</summary>
internal sealed class RangeReader(HttpClient http, DownloadOptions options, RetryPolicy retries, TimeProvider clock)
{
    /// <summary>Large enough that a disk which is written to at once is not waited for too often.</summary>
    private const int BufferBytes = 1 << 20;

    private const int AnswerBytes = 64 << 10;

    /// <summary>A try that brought less than this counts as failed, so that a server which cuts each connection at once ends the download.</summary>
    private const int Progress = 4 << 10;

    /// <summary>So little is skipped rather than asked for again, where a server sends the whole file.</summary>
    private const int FewToSkip = 1 << 20;

    /// <summary>So often is a part asked for before it is believed that the server gives none.</summary>
    private const int MaxIgnored = 3;

    private readonly PageBuffers buffers = new(BufferBytes);

    /// <summary>A whole answer of unknown but bounded length, such as a record's JSON.</summary>
    /// <returns>Null where there is no such thing (404).</returns>
    /// <exception cref="DownloadException">No answer, or one longer than <paramref name="maxBytes"/>.</exception>
    public Task<byte[]?> ReadAllAsync(Uri address, int maxBytes, CancellationToken cancellationToken) => retries.RunAsync(
        async token =>
        {
            using var stall = new StallDetector(options, clock, token);
            using HttpRequestMessage request = new(HttpMethod.Get, address);
            using HttpResponseMessage response = await NetworkAsync(address, stall, () => http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stall.Token), token);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return null;
            }

            Judge(address, response);
            await using Stream body = await response.Content.ReadAsStreamAsync(stall.Token);
            var all = new ArrayBufferWriter<byte>();
            while (await NetworkAsync(address, stall, () => body.ReadAsync(all.GetMemory(AnswerBytes), stall.Token).AsTask(), token) is int count and > 0)
            {
                stall.Count(count);
                ThrowIfSlow(address, stall);
                all.Advance(count);
                if (all.WrittenCount > maxBytes)
                {
                    throw new DownloadException($"{address} answers with more than {maxBytes} bytes. Is --base-url right?");
                }
            }

            return all.WrittenSpan.ToArray();
        },
        cancellationToken);

    /// <exception cref="DownloadException">The server does not give the bytes.</exception>
    /// <exception cref="RangeIgnoredException">The server sends the file from its start.</exception>
    /// <exception cref="ChangedFileException">The file is not what it was.</exception>
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
                // Of several machines behind one address, some give parts and some do not.
            }
        }
    }

    private async Task<bool> TryAsync(RangeRequest request, Cursor cursor, CancellationToken cancellationToken)
    {
        long before = cursor.At;
        long began = clock.GetTimestamp();
        try
        {
            await ReadOnceAsync(request, cursor, cancellationToken);
        }
        catch (TransientDownloadException error) when (error is { RetryAfter: null, IsSlow: false } && cursor.At - before >= ProgressIn(clock.GetElapsedTime(began)))
        {
            // Cut after it brought something: the next try continues from there.
        }

        return true;
    }

    /// <summary>Bytes that a try must have brought to be no failure: a server that drips and then cuts must come to an end as well.</summary>
    private double ProgressIn(TimeSpan time) => Math.Max(Progress, options.MinBytesPerSecond * time.TotalSeconds);

    private async Task ReadOnceAsync(RangeRequest request, Cursor cursor, CancellationToken cancellationToken)
    {
        Uri address = request.File.Address;
        using var stall = new StallDetector(options, clock, cancellationToken);
        using HttpRequestMessage message = MessageFor(request, cursor.At);
        using HttpResponseMessage response = await NetworkAsync(
            address, stall, () => http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stall.Token), cancellationToken);
        Judge(address, response);
        request.Identity.Check(address, LengthOf(response), response.Headers.ETag?.ToString());
        long skip = cursor.At - StartOf(address, response, cursor.At);
        if (skip > FewToSkip)
        {
            throw new RangeIgnoredException($"{address} is sent as a whole where a part was asked for.");
        }

        await using Stream body = await response.Content.ReadAsStreamAsync(stall.Token);
        Memory<byte> buffer = buffers.Rent();
        try
        {
            while (cursor.At < request.Stretch.To)
            {
                int most = (int)Math.Min(buffer.Length, skip + request.Stretch.To - cursor.At);
                int count = await FillAsync(address, body, buffer[..most], stall, cancellationToken);
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

    /// <returns>How many bytes came: all that there is room for, or those before a cut.</returns>
    /// <exception cref="TransientDownloadException">Cut before anything came.</exception>
    private async Task<int> FillAsync(Uri address, Stream body, Memory<byte> room, StallDetector stall, CancellationToken cancellationToken)
    {
        ThrowIfSlow(address, stall);
        int have = 0;
        try
        {
            while (have < room.Length && !stall.IsSlow)
            {
                int count = await NetworkAsync(address, stall, () => body.ReadAsync(room[have..], stall.Token).AsTask(), cancellationToken);
                stall.Count(count > 0 ? count : throw new TransientDownloadException($"{address}: the answer ended early."));
                have += count;
            }
        }
        catch (TransientDownloadException) when (have > 0)
        {
            // The next read finds the connection cut as well.
        }

        return have;
    }

    private void ThrowIfSlow(Uri address, StallDetector stall)
    {
        if (stall.IsSlow)
        {
            throw new TransientDownloadException($"{address} sends less than {options.MinBytesPerSecond} bytes per second over {options.Window.TotalSeconds:0} s.") { IsSlow = true };
        }
    }

    private static HttpRequestMessage MessageFor(RangeRequest request, long from)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, request.File.Address);
        message.Headers.Range = new RangeHeaderValue(from, request.Stretch.To - 1);
        message.Headers.IfRange = request.Identity.StrongTag is { } tag ? new RangeConditionHeaderValue(tag) : null;
        return message;
    }

    /// <exception cref="TransientDownloadException">A status that may pass.</exception>
    /// <exception cref="DownloadException">One that will not.</exception>
    private void Judge(Uri address, HttpResponseMessage response)
    {
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent)
        {
            return;
        }

        string says = $"{address} answers {(int)response.StatusCode} ({response.ReasonPhrase}).";
        throw response.StatusCode switch
        {
            HttpStatusCode.RequestedRangeNotSatisfiable => new ChangedFileException($"{address} is shorter on the server than announced."),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => new TransientDownloadException(says) { RetryAfter = PauseOf(response) },
            _ => new DownloadException($"{says} Check --base-url, or whether a proxy or the server's administrators keep you out."),
        };
    }

    /// <summary>Retry-After, as seconds or as a date.</summary>
    private TimeSpan? PauseOf(HttpResponseMessage response)
    {
        TimeSpan? asked = response.Headers.RetryAfter?.Delta ?? (response.Headers.RetryAfter?.Date - clock.GetUtcNow());
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }

    private static long StartOf(Uri address, HttpResponseMessage response, long asked)
    {
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return 0;
        }

        return response.Content.Headers.ContentRange is { From: { } from } && from == asked
            ? from
            : throw new TransientDownloadException($"{address} sends other bytes than those asked for.");
    }

    private static long? LengthOf(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.OK ? response.Content.Headers.ContentLength : response.Content.Headers.ContentRange?.Length;

    /// <summary>Turns what networks do into <see cref="TransientDownloadException"/>.</summary>
    private async Task<T> NetworkAsync<T>(Uri address, StallDetector stall, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransientDownloadException(stall.IsSilent ? $"{address} sends nothing for {options.IdleTimeout.TotalSeconds:0} s." : $"{address} does not answer.", error);
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
