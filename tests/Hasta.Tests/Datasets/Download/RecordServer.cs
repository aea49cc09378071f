using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Hasta.Tests.Datasets.Download;

/// <summary>Serves zips as Zenodo serves INCLUDE's record, on this machine, with faults switched on; and counts what it served.</summary>
internal sealed class RecordServer : IAsyncDisposable
{
    private const string Api = "/api/records/4010759";
    private const int Chunk = 8 << 10;
    private static readonly TimeSpan CutDelay = TimeSpan.FromMilliseconds(20);
    private readonly WebApplication app;
    private readonly IReadOnlyDictionary<string, byte[]> files;
    private int requests;
    private int disposed;

    private RecordServer(IReadOnlyDictionary<string, byte[]> files)
    {
        this.files = files;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public Uri Address => new(app.Urls.First() + "/");

    public ServerFault Faults { get; set; }

    /// <summary>Without it the server has the zips right below its address, and no checksums.</summary>
    public bool HasApi { get; set; } = true;

    /// <summary>After each few kilobytes of a zip.</summary>
    public TimeSpan Slowness { get; set; }

    /// <summary>File, first byte asked for, and bytes sent, of every answer with a zip's bytes.</summary>
    public ConcurrentQueue<(string File, long From, long Sent)> Served { get; } = [];

    /// <summary>Each request's headers.</summary>
    public ConcurrentQueue<string> Headers { get; } = [];

    public static async Task<RecordServer> StartAsync(IReadOnlyDictionary<string, byte[]> files)
    {
        var server = new RecordServer(files);
        await server.app.StartAsync();
        return server;
    }

    public Uri AddressOf(string file) => new(Address, $"{Api[1..]}/files/{file}/content");

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        await app.StopAsync(TestContext.Current.CancellationToken);
        await app.DisposeAsync();
    }

    public static string Md5(byte[] bytes)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        md5.AppendData(bytes);
        return Convert.ToHexStringLower(md5.GetHashAndReset());
    }

    private bool Has(ServerFault fault) => Faults.HasFlag(fault);

    private async Task AnswerAsync(HttpContext context)
    {
        Headers.Enqueue(string.Join('\n', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}")));
        string path = context.Request.Path.Value!;
        if (path == Api && HasApi)
        {
            await context.Response.WriteAsync(Record(), context.RequestAborted);
            return;
        }

        string name = HasApi ? path.Split('/')[^2] : path.TrimStart('/');
        if (!files.TryGetValue(name, out byte[]? bytes))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        int number = Interlocked.Increment(ref requests);
        if (!IsTurnedAway(context.Response, number))
        {
            await ServeAsync(context, name, Version(bytes, number), number);
        }
    }

    private string Record() => JsonSerializer.Serialize(new
    {
        id = 4010759,
        files = files.Select(file => new
        {
            key = file.Key,
            size = file.Value.Length,
            checksum = "md5:" + (Has(ServerFault.WrongMd5) ? Md5([1]) : Md5(file.Value)),
            links = new { self = AddressOf(file.Key) },
        }),
    });

    private bool IsTurnedAway(HttpResponse response, int number)
    {
        if (Has(ServerFault.TooMany) && number % 3 == 0)
        {
            response.StatusCode = StatusCodes.Status429TooManyRequests;
            response.Headers.RetryAfter = "0";
            return true;
        }

        if (Has(ServerFault.Unavailable) && number % 4 == 0)
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = DateTimeOffset.UtcNow.AddMilliseconds(-1).ToString("R", CultureInfo.InvariantCulture);
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

    private async Task ServeAsync(HttpContext context, string name, byte[] bytes, int number)
    {
        HttpResponse response = context.Response;
        string tag = $"\"{Md5(bytes)}\"";
        response.Headers.ETag = tag;
        RangeHeaderValue? range = context.Request.GetTypedHeaders().Range;
        string ifRange = context.Request.Headers.IfRange.ToString();
        bool whole = range is null || Has(ServerFault.WholeFiles) || (Has(ServerFault.SometimesWhole) && number % 2 == 0) || (ifRange.Length > 0 && ifRange != tag);
        long from = whole ? 0 : range!.Ranges.Single().From!.Value;
        long to = whole ? bytes.Length : Math.Min(bytes.Length, range!.Ranges.Single().To!.Value + 1);
        if (from >= bytes.Length)
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            return;
        }

        response.StatusCode = whole ? StatusCodes.Status200OK : StatusCodes.Status206PartialContent;
        response.ContentLength = to - from;
        if (!whole)
        {
            response.Headers.ContentRange = $"bytes {from}-{to - 1}/{bytes.Length}";
        }

        long sent = 0;
        try
        {
            long cutAt = Has(ServerFault.Cut) && number % 3 != 0 && to - from > Chunk ? from + ((number * 7919L) % (to - from)) : long.MaxValue;
            int step = Has(ServerFault.Trickle) && number % 5 == 0 ? 1 : Chunk;
            for (long at = from; at < to; at += step)
            {
                if (at >= cutAt)
                {
                    // A reset takes with it what has not been read yet.
                    await Task.Delay(CutDelay, context.RequestAborted);
                    context.Abort();
                    return;
                }

                int count = (int)Math.Min(step, to - at);
                await response.Body.WriteAsync(bytes.AsMemory((int)at, count), context.RequestAborted);
                sent += count;
                await PauseAsync(step, context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The client has gone; what it got counts.
        }
        finally
        {
            Served.Enqueue((name, from, sent));
        }
    }

    private Task PauseAsync(int step, CancellationToken cancellationToken) =>
        step == 1 ? Task.Delay(20, cancellationToken) : Slowness > TimeSpan.Zero ? Task.Delay(Slowness, cancellationToken) : Task.CompletedTask;
}
