using Microsoft.Win32.SafeHandles;

namespace Hasta.Datasets.Fetching.Chunks;

/// <summary>A file of known length that is written in any order, by several threads.</summary>
internal sealed class PreallocatedFile : IDisposable
{
    private readonly SafeFileHandle handle;

    /// <summary>
    /// Opens or creates the file with exclusive access. A new file is allocated at once: a full disk is detected at the start, and chunks
    /// can be written in parallel.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">Its new length.</param>
    /// <exception cref="IOException">The file is in use, or the disk has no room for it.</exception>
    public PreallocatedFile(string path, long bytes)
    {
        handle = File.Exists(path)
            ? File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None)
            : File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, preallocationSize: bytes);
        RandomAccess.SetLength(handle, bytes);
    }

    /// <summary>Writes on the calling thread: a dedicated thread was no faster.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Write(ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(handle, bytes, offset);

    /// <summary>Returns fewer bytes than the buffer holds only at the end of the file.</summary>
    public int Read(Span<byte> buffer, long offset)
    {
        int total = 0;
        while (total < buffer.Length && RandomAccess.Read(handle, buffer[total..], offset + total) is int count and > 0)
        {
            total += count;
        }

        return total;
    }

    public ValueTask<int> ReadAsync(Memory<byte> buffer, long offset, CancellationToken cancellationToken) =>
        RandomAccess.ReadAsync(handle, buffer, offset, cancellationToken);

    /// <summary>Everything written before this call survives a power cut.</summary>
    public void Flush() => RandomAccess.FlushToDisk(handle);

    public void Dispose() => handle.Dispose();
}
