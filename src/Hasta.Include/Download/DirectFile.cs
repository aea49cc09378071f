using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Hasta.Include.Download;

/// <summary>
/// A file that is too large for the page cache. On Linux, whole pages are written directly to the disk (O_DIRECT): this is half the work of
/// copying them to memory and flushing them later, and the final flush has nothing to wait for. Unaligned writes, and other systems and
/// file systems, use buffered I/O.
/// </summary>
internal sealed partial class DirectFile : IDisposable
{
    /// <summary>Writes that begin and end at a multiple of this, in the file and in memory, go directly to the disk.</summary>
    public const int PageBytes = 4096;

    private const int ReadWriteCloseOnExec = 0x80002;
    private const int DirectOnX64 = 0x4000;
    private const int DirectOnArm64 = 0x10000;

    private readonly SafeFileHandle handle;
    private readonly SafeFileHandle? direct;
    private volatile bool isDirectRejected;

    /// <summary>
    /// Opens or creates the file with exclusive access. A new file is allocated at once: a full disk is detected at the start, and chunks
    /// can be written in parallel.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">Its new length.</param>
    /// <exception cref="IOException">The file is in use, or the disk has no room for it.</exception>
    public DirectFile(string path, long bytes)
    {
        handle = File.Exists(path)
            ? File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None)
            : File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, preallocationSize: bytes);
        RandomAccess.SetLength(handle, bytes);
        direct = OpenDirect(path);
    }

    /// <summary>Writes on the calling thread: a dedicated thread was no faster.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        if (direct is not null && !isDirectRejected && IsPageAligned(bytes, offset))
        {
            try
            {
                RandomAccess.Write(direct, bytes, offset);
                return;
            }
            catch (IOException)
            {
                // Some file systems accept O_DIRECT and then reject the write. If the disk is full instead, the buffered write reports it.
                isDirectRejected = true;
            }
        }

        RandomAccess.Write(handle, bytes, offset);
    }

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

    public void Dispose()
    {
        direct?.Dispose();
        handle.Dispose();
    }

    private static unsafe bool IsPageAligned(ReadOnlySpan<byte> bytes, long offset)
    {
        fixed (byte* start = bytes)
        {
            return (((nint)start | bytes.Length | offset) & (PageBytes - 1)) == 0;
        }
    }

    private static SafeFileHandle? OpenDirect(string path)
    {
        int flag = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => DirectOnX64,
            Architecture.Arm64 => DirectOnArm64,
            _ => 0,
        };
        int file = OperatingSystem.IsLinux() && flag > 0 ? Open(path, ReadWriteCloseOnExec | flag) : -1;
        return file >= 0 ? new SafeFileHandle(file, ownsHandle: true) : null;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
