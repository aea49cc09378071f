using System.Net;

namespace Hasta.TestKit;

/// <summary>A local server that responds as a test specifies.</summary>
internal sealed class HostileServer : IDisposable
{
    private readonly HttpListener listener;
    private readonly Func<HttpListenerContext, Task> answer;

    public HostileServer(Func<HttpListenerContext, Task> answer)
    {
        this.answer = answer;
        (listener, Address) = LocalListener.Start();
        _ = Task.Run(ServeAsync);
    }

    public Uri Address { get; }

    /// <summary>Redirects every request to an address.</summary>
    public static HostileServer Redirecting(string to) => new(context =>
    {
        context.Response.StatusCode = (int)HttpStatusCode.Found;
        context.Response.Headers["Location"] = to;
        return Task.CompletedTask;
    });

    /// <summary>Sends one byte at a time, forever.</summary>
    public static HostileServer Dripping() => new(async context =>
    {
        context.Response.ContentLength64 = 1 << 20;
        while (true)
        {
            await context.Response.OutputStream.WriteAsync(new byte[] { 32 });
            await context.Response.OutputStream.FlushAsync();
            await Task.Delay(1);
        }
    });

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(context));
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return; // the test is over
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            await answer(context);
            context.Response.Close();
        }
        catch (Exception error) when (error is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The client disconnected.
        }
    }
}
