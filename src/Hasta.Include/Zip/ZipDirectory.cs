using System.Buffers.Binary;
using Hasta.Datasets.Fetching.Ranges;

namespace Hasta.Include.Zip;

/// <summary>
/// Reads a zip's central directory from its end (PKWARE's APPNOTE 6.3.10, sections 4.3.12 to 4.3.16, with the zip64 records), so that
/// members can be fetched one by one. Violations of <see cref="ZipRules"/> are rejected before anything is unpacked.
/// </summary>
internal static class ZipDirectory
{
    private const int EndBytes = 22;
    private const int MaxCommentBytes = ushort.MaxValue;
    private const int Locator64Bytes = 20;
    private const int End64Bytes = 56;
    private const long MaxDirectoryBytes = 32 << 20;
    private const uint EndSignature = 0x06054b50;
    private const uint Locator64Signature = 0x07064b50;
    private const uint End64Signature = 0x06064b50;

    /// <summary>The files; folders and what macOS adds are left out.</summary>
    /// <exception cref="UnsafeZipException">Not a zip, damaged, or against the rules.</exception>
    public static async Task<IReadOnlyList<ZipMember>> ReadAsync(IZipSource zip, CancellationToken cancellationToken)
    {
        long tailOffset = Math.Max(0, zip.Bytes - EndBytes - MaxCommentBytes - Locator64Bytes - End64Bytes);
        byte[] tail = await ReadAsync(zip, tailOffset, zip.Bytes, cancellationToken);
        int end = EndIn(tail) ?? throw new UnsafeZipException(zip.Name, "it has no zip directory at its end.");
        (long offset, long length) = await LocateAsync(zip, tail, end, cancellationToken);
        if (offset < 0 || length < 0 || length > MaxDirectoryBytes || offset > zip.Bytes - length)
        {
            throw new UnsafeZipException(zip.Name, $"its directory would be at {offset} with {length} bytes.");
        }

        byte[] directory = offset >= tailOffset
            ? tail[(int)(offset - tailOffset)..(int)(offset - tailOffset + length)]
            : await ReadAsync(zip, offset, offset + length, cancellationToken);
        return ZipRules.Check(zip.Name, new ZipEntries(zip.Name, directory).Read(), offset);
    }

    private static int? EndIn(ReadOnlySpan<byte> tail)
    {
        for (int offset = tail.Length - EndBytes; offset >= 0; offset--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail[offset..]) == EndSignature
                && offset + EndBytes + BinaryPrimitives.ReadUInt16LittleEndian(tail[(offset + 20)..]) == tail.Length)
            {
                return offset;
            }
        }

        return null;
    }

    /// <summary>Returns the position of the directory, from a zip64 record if 32 bits are too few.</summary>
    private static async Task<(long Offset, long Length)> LocateAsync(
        IZipSource zip, byte[] tail, int end, CancellationToken cancellationToken)
    {
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        uint offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        int locator = end - Locator64Bytes;
        if ((offset != uint.MaxValue && length != uint.MaxValue)
            || locator < 0
            || BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(locator)) != Locator64Signature)
        {
            return (offset, length);
        }

        long end64 = BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(locator + 8));
        if (end64 < 0 || end64 > zip.Bytes - End64Bytes)
        {
            throw new UnsafeZipException(zip.Name, "its zip64 record would be outside it.");
        }

        byte[] record = await ReadAsync(zip, end64, end64 + End64Bytes, cancellationToken);
        return BinaryPrimitives.ReadUInt32LittleEndian(record) == End64Signature
            ? (BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48)), BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(40)))
            : throw new UnsafeZipException(zip.Name, "its zip64 record is not at the given offset.");
    }

    private static async Task<byte[]> ReadAsync(IZipSource zip, long from, long to, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[to - from];
        int total = 0;
        await zip.CopyAsync(
            new ByteRange(from, to),
            (more, _) =>
            {
                more.CopyTo(bytes.AsMemory(total));
                total += more.Length;
                return ValueTask.CompletedTask;
            },
            cancellationToken);
        return bytes;
    }
}
