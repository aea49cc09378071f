using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Hasta.Include.Download;

/// <summary>
/// A file of more bytes than the system's memory should be filled with. On Linux whole pages go straight to the disk: half the work of copying them to
/// memory and flushing that later, and the last flush has nothing to wait for. Other pieces, systems and disks: the usual way.
/// </summary>
internal sealed partial class DirectFile : IDisposable
{
    /// <summary>What begins and ends at a multiple of this, in the file and in memory, goes straight to the disk.</summary>
    public const int PageBytes = 4096;

    private const int ReadWriteCloseOnExec = 0x80002;
    private const int DirectOnX64 = 0x4000;
    private const int DirectOnArm64 = 0x10000;

    private readonly SafeFileHandle handle;
    private readonly SafeFileHandle? direct;
    private volatile bool isRefused;

    /// <summary>Opens or creates it; nobody else may have it open. A new file gets its place on the disk at once: so a full disk is known at the start, and pieces are written side by side.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">Its length from now on.</param>
    /// <exception cref="IOException">It is in use, or the disk has no room for it.</exception>
    public DirectFile(string path, long bytes)
    {
        handle = File.Exists(path)
            ? File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None)
            : File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, preallocationSize: bytes);
        RandomAccess.SetLength(handle, bytes);
        direct = OpenDirect(path);
    }

    /// <summary>By the thread that calls: handed to one of its own it was no faster.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Write(ReadOnlySpan<byte> bytes, long at)
    {
        if (direct is not null && !isRefused && IsPages(bytes, at))
        {
            try
            {
                RandomAccess.Write(direct, bytes, at);
                return;
            }
            catch (IOException)
            {
                // Some disks promise it and then refuse. If this one is full instead, the usual way says so.
                isRefused = true;
            }
        }

        RandomAccess.Write(handle, bytes, at);
    }

    /// <summary>Fewer bytes than the buffer holds only at the end of the file.</summary>
    public int Read(Span<byte> buffer, long at)
    {
        int have = 0;
        while (have < buffer.Length && RandomAccess.Read(handle, buffer[have..], at + have) is int count and > 0)
        {
            have += count;
        }

        return have;
    }

    public ValueTask<int> ReadAsync(Memory<byte> buffer, long at, CancellationToken cancellationToken) => RandomAccess.ReadAsync(handle, buffer, at, cancellationToken);

    /// <summary>What is written outlasts a power cut from here on.</summary>
    public void Flush() => RandomAccess.FlushToDisk(handle);

    public void Dispose()
    {
        direct?.Dispose();
        handle.Dispose();
    }

    private static unsafe bool IsPages(ReadOnlySpan<byte> bytes, long at)
    {
        fixed (byte* start = bytes)
        {
            return (((nint)start | bytes.Length | at) & (PageBytes - 1)) == 0;
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
