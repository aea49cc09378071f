using System.Net;
using System.Net.Sockets;
using Hasta.Landmarks.Inference;

namespace Hasta.Bench;

/// <summary>
/// Serves the peer's page, MediaPipe's package and a folder of images to a browser on this machine, and receives the result.
/// </summary>
internal sealed class PeerServer : IDisposable
{
    private const string Page = "mediapipe.html";

    private readonly HttpListener listener = new();
    private readonly string[] folders;

    public PeerServer(string images)
    {
        string packages = Path.GetDirectoryName(ModelFiles.Find().PathOf(LandmarkModel.PoseLandmarkFull))!;
        folders = [AppContext.BaseDirectory, packages, images];
        string origin = $"http://127.0.0.1:{FreePort()}/";
        listener.Prefixes.Add(origin);
        listener.Start();
        PageAddress = $"{origin}{Page}?frames={Directory.GetFiles(images, "*.jpg").Length}";
    }

    public string PageAddress { get; }

    /// <summary>Serves requests until the page posts its result.</summary>
    public async Task<string> AnswerAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            HttpListenerContext context = await listener.GetContextAsync().WaitAsync(cancellationToken);
            using HttpListenerResponse response = context.Response;
            if (context.Request.HttpMethod == "POST")
            {
                using var reader = new StreamReader(context.Request.InputStream);
                return await reader.ReadToEndAsync(cancellationToken);
            }

            await ServeAsync(Path.GetFileName(context.Request.Url!.AbsolutePath), response, cancellationToken);
        }
    }

    public void Dispose() => listener.Close();

    private async Task ServeAsync(string name, HttpListenerResponse response, CancellationToken cancellationToken)
    {
        string? file = folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (file is null)
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            return;
        }

        response.ContentType = Path.GetExtension(file) switch
        {
            ".html" => "text/html",
            ".js" => "text/javascript",
            ".wasm" => "application/wasm",
            ".jpg" => "image/jpeg",
            _ => "application/octet-stream",
        };
        await using FileStream content = File.OpenRead(file);
        response.ContentLength64 = content.Length;
        await content.CopyToAsync(response.OutputStream, cancellationToken);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
