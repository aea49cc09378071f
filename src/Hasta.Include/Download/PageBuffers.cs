using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Hasta.Include.Download;

/// <summary>A pool of buffers that begin at a page boundary, as <see cref="DirectFile"/> needs for direct writes.</summary>
internal sealed class PageBuffers(int bytes)
{
    private readonly ConcurrentBag<Memory<byte>> free = [];

    public Memory<byte> Rent() => free.TryTake(out Memory<byte> buffer) ? buffer : Create();

    public void Return(Memory<byte> buffer) => free.Add(buffer);

    private Memory<byte> Create()
    {
        byte[] array = GC.AllocateUninitializedArray<byte>(bytes + DirectFile.PageBytes, pinned: true);
        nint misalignment = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % DirectFile.PageBytes;
        return array.AsMemory(DirectFile.PageBytes - (int)misalignment, bytes);
    }
}
