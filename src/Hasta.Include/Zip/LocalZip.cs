using Hasta.Datasets.Fetching.Ranges;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;

namespace Hasta.Include.Zip;

/// <summary>A zip on disk.</summary>
internal sealed class LocalZip(string path) : IZipSource
{
    private const int BufferBytes = 128 << 10;

    public string Name => path;

    public long Bytes { get; } = InputFile.Find(path).Length;

    public async Task CopyAsync(
        ByteRange stretch, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> sink, CancellationToken cancellationToken)
    {
        InputFile.RejectNonFile(path);
        using var handle = File.OpenHandle(path, options: FileOptions.Asynchronous);
        byte[] buffer = new byte[BufferBytes];
        long from = stretch.From;
        while (from < stretch.To)
        {
            int count = await RandomAccess.ReadAsync(
                handle, buffer.AsMemory(0, (int)Math.Min(BufferBytes, stretch.To - from)), from, cancellationToken);
            await sink(
                count > 0
                    ? buffer.AsMemory(0, count)
                    : throw new BadFileException(path, "it ends early.", "Delete it and run the same command again."),
                cancellationToken);
            from += count;
        }
    }
}
