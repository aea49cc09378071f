using System.Runtime.CompilerServices;

namespace Hasta.Landmarks.Video;

/// <summary>Decodes the next frame while the current one is processed.</summary>
internal static class ReadAhead
{
    /// <param name="frames">
    /// A reader whose frames stay valid until two further frames were requested (see <see cref="FrameStream"/>).
    /// </param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<VideoFrame> ByOneFrame(
        this IAsyncEnumerable<VideoFrame> frames,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using IAsyncEnumerator<VideoFrame> reader = frames.GetAsyncEnumerator(cancellationToken);
        Task<VideoFrame?> next = ReadAsync();
        try
        {
            while (await next is { } frame)
            {
                next = ReadAsync();
                yield return frame;
            }
        }
        finally
        {
            // The reader must not be disposed while it reads.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task<VideoFrame?> ReadAsync() => await reader.MoveNextAsync() ? reader.Current : null;
    }
}
