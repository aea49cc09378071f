using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Hasta.Include.Download;

/// <summary>Buffers that begin at a page, as <see cref="DirectFile"/> likes them; used again and again.</summary>
internal sealed class PageBuffers(int bytes)
{
    private readonly ConcurrentBag<Memory<byte>> free = [];

    public Memory<byte> Rent() => free.TryTake(out Memory<byte> buffer) ? buffer : Create();

    public void Return(Memory<byte> buffer) => free.Add(buffer);

    private Memory<byte> Create()
    {
        byte[] array = GC.AllocateUninitializedArray<byte>(bytes + DirectFile.PageBytes, pinned: true);
        nint over = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % DirectFile.PageBytes;
        return array.AsMemory(DirectFile.PageBytes - (int)over, bytes);
    }
}
