using System.Net;

namespace Hasta.Web.Tests.Clips;

/// <summary>A body that pauses for a second before its end.</summary>
internal sealed class SlowContent(byte[] bytes) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(bytes.AsMemory(..^1));
        await stream.FlushAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));
        await stream.WriteAsync(bytes.AsMemory(^1..));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
