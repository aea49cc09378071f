using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Hasta.TestKit;

namespace Hasta.Training.Tests.Hub;

/// <summary>A small local hub with one model, whose files it announces and sends like the public hub, with configurable faults.</summary>
internal sealed class HubServer : IDisposable
{
    public const string Model = "somebody/small-vit";
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly HttpListener listener;
    private int cuts;

    public HubServer()
    {
        (listener, Address) = LocalListener.Start();
        _ = Task.Run(ServeAsync);
    }

    public Uri Address { get; }

    /// <summary>Files by name; those over 100 bytes are large files, announced with their SHA-256.</summary>
    public Dictionary<string, byte[]> Files { get; } = new()
    {
        ["config.json"] = "{}"u8.ToArray(),
        ["model.safetensors"] = Numbers(300_000),
    };

    /// <summary>All requests in order: method, path, token if any, and range.</summary>
    public ConcurrentQueue<(string Method, string Path, string? Token, string? Range)> Requests { get; } = [];

    /// <summary>Status of every response; null serves the files.</summary>
    public HttpStatusCode? ForcedStatus { get; set; }

    /// <summary>The number of responses with large files to cut off in the middle.</summary>
    public int Truncations { get => cuts; set => cuts = value; }

    /// <summary>Sends whole files, whatever range is requested.</summary>
    public bool IgnoresRanges { get; set; }

    /// <summary>Announces a hash that does not match the content.</summary>
    public bool AnnouncesWrongHash { get; set; }

    /// <summary>The number of first requests to answer with 503.</summary>
    public int InitialFailures { get; set; }

    /// <summary>The number of responses with large files after which all others are 503; null for no limit.</summary>
    public int? MaxLargeResponses { get; set; }

    /// <summary>The server to which requests for large files are redirected.</summary>
    public HubServer? RedirectTarget { get; set; }

    /// <summary>The token that a request must have; null for none.</summary>
    public string? Secret { get; set; }

    public static byte[] Numbers(int count)
    {
        byte[] bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await listener.GetContextAsync();
                Respond(context);
            }
            catch (Exception error)
                when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException or IOException)
            {
                // The test is over, or the client disconnected.
            }
        }
    }

    private void Respond(HttpListenerContext context)
    {
        HttpListenerRequest request = context.Request;
        string? token = request.Headers["Authorization"];
        Requests.Enqueue((request.HttpMethod, request.Url!.AbsolutePath, token, request.Headers["Range"]));
        string name = request.Url.Segments[^1];
        bool isUnauthorized = Secret is not null && token != $"Bearer {Secret}";
        HttpStatusCode? refusal = InitialFailures-- > 0 ? HttpStatusCode.ServiceUnavailable
            : ForcedStatus ?? (isUnauthorized ? HttpStatusCode.Unauthorized : Files.ContainsKey(name) ? null : HttpStatusCode.NotFound);
        if (refusal is { } status)
        {
            context.Response.StatusCode = (int)status;
            context.Response.Close();
            return;
        }

        Send(context, name, Files[name]);
    }

    private void Send(HttpListenerContext context, string name, byte[] bytes)
    {
        HttpListenerResponse response = context.Response;
        bool isLarge = bytes.Length > 100;
        response.Headers["X-Repo-Commit"] = Commit;
        response.Headers[isLarge ? "X-Linked-Etag" : "ETag"] = $"\"{TagOf(bytes, isLarge)}\"";
        if (isLarge)
        {
            response.Headers["X-Linked-Size"] = bytes.Length.ToString(CultureInfo.InvariantCulture);
        }

        if (isLarge && context.Request.HttpMethod == "GET" && MaxLargeResponses-- <= 0)
        {
            response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
            response.Close();
        }
        else if (isLarge && RedirectTarget is not null)
        {
            response.Redirect(new Uri(RedirectTarget.Address, $"storage/{name}").AbsoluteUri);
            response.Close();
        }
        else if (context.Request.HttpMethod == "HEAD")
        {
            response.ContentLength64 = bytes.Length;
            response.Close();
        }
        else
        {
            SendBody(context, bytes, isLarge);
        }
    }

    private void SendBody(HttpListenerContext context, byte[] bytes, bool isLarge)
    {
        HttpListenerResponse response = context.Response;
        int from = 0;
        int to = bytes.Length;
        if (!IgnoresRanges && context.Request.Headers["Range"] is { } range)
        {
            int[] ends = [.. range["bytes=".Length..].Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture))];
            (from, to) = (ends[0], Math.Min(bytes.Length, ends[1] + 1));
            response.StatusCode = from < bytes.Length ? 206 : 416;
            response.Headers["Content-Range"] = $"bytes {from}-{to - 1}/{bytes.Length}";
        }

        ReadOnlySpan<byte> rest = bytes.AsSpan(Math.Min(from, bytes.Length)..to);
        response.ContentLength64 = rest.Length;
        if (isLarge && Interlocked.Decrement(ref cuts) >= 0)
        {
            response.OutputStream.Write(rest[..(rest.Length / 2)]);
            response.OutputStream.Flush();
            response.Abort();
            return;
        }

        response.OutputStream.Write(rest);
        response.Close();
    }

    private string TagOf(byte[] bytes, bool isLarge)
    {
        byte[] announced = AnnouncesWrongHash ? [.. bytes, 1] : bytes;
        using var hash = IncrementalHash.CreateHash(isLarge ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1);
        hash.AppendData(isLarge ? [] : Encoding.ASCII.GetBytes($"blob {announced.Length}\0"));
        hash.AppendData(announced);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
