using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;

namespace Hasta.TestKit;

/// <summary>Serves zips locally as Zenodo serves INCLUDE's record, with configurable faults, and records what it served.</summary>
internal sealed class RecordServer : IAsyncDisposable
{
    private const string Api = "/api/records/4010759";
    private const int Chunk = 8 << 10;
    private static readonly TimeSpan CutDelay = TimeSpan.FromMilliseconds(20);
    private readonly HttpListener listener;
    private readonly IReadOnlyDictionary<string, byte[]> files;
    private int requests;
    private int activeResponses;

    private RecordServer(IReadOnlyDictionary<string, byte[]> files)
    {
        this.files = files;
        (listener, Address) = LocalListener.Start();
        _ = ListenAsync();
    }

    public Uri Address { get; }

    public ServerFault Faults { get; set; }

    /// <summary>If false, the zips are directly below the server's address and there are no checksums.</summary>
    public bool HasApi { get; set; } = true;

    /// <summary>Delay after every few kilobytes of a zip.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>File, first byte requested and number of bytes sent, of every response with the content of a zip.</summary>
    public ConcurrentQueue<(string File, long From, long Sent)> Served { get; } = [];

    /// <summary>Clears <see cref="Served"/> after all responses have ended, including those to clients that disconnected.</summary>
    public async Task ForgetAsync()
    {
        while (Volatile.Read(ref activeResponses) > 0)
        {
            await Task.Delay(10);
        }

        Served.Clear();
    }

    /// <summary>The headers of each request.</summary>
    public ConcurrentQueue<string> Headers { get; } = [];

    public static Task<RecordServer> StartAsync(IReadOnlyDictionary<string, byte[]> files) => Task.FromResult(new RecordServer(files));

    public Uri AddressOf(string file) => new(Address, $"{Api[1..]}/files/{file}/content");

    /// <summary>
    /// Does not wait for the loop: HttpListener can leave a call for the next context pending forever if it is closed at that moment.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        listener.Close();
        return ValueTask.CompletedTask;
    }

    public static string Md5(byte[] bytes)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        md5.AppendData(bytes);
        return Convert.ToHexStringLower(md5.GetHashAndReset());
    }

    private bool Has(ServerFault fault) => Faults.HasFlag(fault);

    private async Task ListenAsync()
    {
        while (true)
        {
            try
            {
                HttpListenerContext context = await listener.GetContextAsync();
                _ = Task.Run(() => RespondAsync(context));
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return; // the test is over
            }
        }
    }

    private async Task RespondAsync(HttpListenerContext context)
    {
        try
        {
            await RespondAsync(context.Request, context.Response);
            context.Response.Close();
        }
        catch (Exception error) when (error is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The client disconnected, or the connection was cut on purpose.
        }
    }

    private async Task RespondAsync(HttpListenerRequest request, HttpListenerResponse response)
    {
        Headers.Enqueue(string.Join('\n', request.Headers.AllKeys.Select(key => $"{key}: {request.Headers[key]}")));
        string path = request.Url!.AbsolutePath;
        if (path == Api && HasApi)
        {
            await response.OutputStream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(Record()));
            return;
        }

        string name = HasApi ? path.Split('/')[^2] : path.TrimStart('/');
        if (!files.TryGetValue(name, out byte[]? bytes))
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            return;
        }

        int number = Interlocked.Increment(ref requests);
        if (!TryReject(response, number))
        {
            await ServeAsync(request, response, name, Version(bytes, number), number);
        }
    }

    private object Record() => new
    {
        id = 4010759,
        files = files.Select(file => new
        {
            key = file.Key,
            size = file.Value.Length,
            checksum = "md5:" + (Has(ServerFault.WrongMd5) ? Md5([1]) : Md5(file.Value)),
            links = new { self = AddressOf(file.Key) },
        }),
    };

    private bool TryReject(HttpListenerResponse response, int number)
    {
        if (Has(ServerFault.TooMany) && number % 3 == 0)
        {
            response.StatusCode = (int)HttpStatusCode.TooManyRequests;
            response.Headers["Retry-After"] = "0";
            return true;
        }

        if (Has(ServerFault.Unavailable) && number % 4 == 0)
        {
            response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
            response.Headers["Retry-After"] = DateTimeOffset.UtcNow.AddMilliseconds(-1).ToString("R", CultureInfo.InvariantCulture);
            return true;
        }

        return false;
    }

    private byte[] Version(byte[] bytes, int number)
    {
        if (Has(ServerFault.Truncated))
        {
            return bytes[..^100];
        }

        byte other = (byte)(Has(ServerFault.AlwaysChanging) ? number : Has(ServerFault.Changed) && number <= 10 ? 1 : 0);
        return other == 0 ? bytes : [.. bytes.Select(value => (byte)(value ^ other))];
    }

    private async Task ServeAsync(HttpListenerRequest request, HttpListenerResponse response, string name, byte[] bytes, int number)
    {
        string tag = $"\"{Md5(bytes)}\"";
        response.Headers["ETag"] = tag;
        string[]? range = request.Headers["Range"]?["bytes=".Length..].Split('-');
        string? ifRange = request.Headers["If-Range"];
        bool whole = range is null
            || Has(ServerFault.WholeFiles)
            || (Has(ServerFault.SometimesWhole) && number % 2 == 0)
            || (ifRange is not null && ifRange != tag);
        long from = whole ? 0 : long.Parse(range![0], CultureInfo.InvariantCulture);
        long to = whole ? bytes.Length : Math.Min(bytes.Length, long.Parse(range![1], CultureInfo.InvariantCulture) + 1);
        if (from >= bytes.Length)
        {
            response.StatusCode = (int)HttpStatusCode.RequestedRangeNotSatisfiable;
            return;
        }

        response.StatusCode = (int)(whole ? HttpStatusCode.OK : HttpStatusCode.PartialContent);
        response.ContentLength64 = to - from;
        if (!whole)
        {
            response.Headers["Content-Range"] = $"bytes {from}-{to - 1}/{bytes.Length}";
        }

        long cutAt = Has(ServerFault.Cut) && number % 3 != 0 && to - from > Chunk ? from + ((number * 7919L) % (to - from)) : long.MaxValue;
        int step = Has(ServerFault.Trickle) && number % 5 == 0 ? 1 : Chunk;
        long sent = 0;
        Interlocked.Increment(ref activeResponses);
        try
        {
            for (long at = from; at < to; at += step)
            {
                if (at >= cutAt)
                {
                    // A reset discards what the client has not read yet.
                    await Task.Delay(CutDelay);
                    response.Abort();
                    return;
                }

                int count = (int)Math.Min(step, to - at);
                await response.OutputStream.WriteAsync(bytes.AsMemory((int)at, count));
                sent += count;
                await (step == 1 ? Task.Delay(20) : Delay > TimeSpan.Zero ? Task.Delay(Delay) : Task.CompletedTask);
            }
        }
        finally
        {
            Served.Enqueue((name, from, sent));
            Interlocked.Decrement(ref activeResponses);
        }
    }
}
