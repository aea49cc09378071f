using System.Buffers.Binary;
using Hasta.Include.Download;

namespace Hasta.Include.Zip;

/// <summary>
/// Reads a zip's central directory from its end (PKWARE's APPNOTE 6.3.10, sections 4.3.12 to 4.3.16, with the zip64 records), so that members can be
/// fetched one by one. What <see cref="ZipRules"/> forbids is refused before a byte is unpacked.
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
    /// <exception cref="UnsafeZipException">No zip, damaged, or against the rules.</exception>
    public static async Task<IReadOnlyList<ZipMember>> ReadAsync(IZipSource zip, CancellationToken cancellationToken)
    {
        long tailAt = Math.Max(0, zip.Bytes - EndBytes - MaxCommentBytes - Locator64Bytes - End64Bytes);
        byte[] tail = await ReadAsync(zip, tailAt, zip.Bytes, cancellationToken);
        int end = EndIn(tail) ?? throw new UnsafeZipException(zip.Name, "it has no zip directory at its end.");
        (long at, long length) = await PlaceAsync(zip, tail, end, cancellationToken);
        if (at < 0 || length < 0 || length > MaxDirectoryBytes || at > zip.Bytes - length)
        {
            throw new UnsafeZipException(zip.Name, $"its directory would lie at {at} with {length} bytes.");
        }

        byte[] directory = at >= tailAt
            ? tail[(int)(at - tailAt)..(int)(at - tailAt + length)]
            : await ReadAsync(zip, at, at + length, cancellationToken);
        return ZipRules.Check(zip.Name, new ZipEntries(zip.Name, directory).Read(), at);
    }

    private static int? EndIn(ReadOnlySpan<byte> tail)
    {
        for (int at = tail.Length - EndBytes; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail[at..]) == EndSignature
                && at + EndBytes + BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..]) == tail.Length)
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>Where the directory lies; a zip64 record says so where 32 bits are too few.</summary>
    private static async Task<(long At, long Length)> PlaceAsync(IZipSource zip, byte[] tail, int end, CancellationToken cancellationToken)
    {
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        uint at = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        int locator = end - Locator64Bytes;
        if ((at != uint.MaxValue && length != uint.MaxValue) || locator < 0 || BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(locator)) != Locator64Signature)
        {
            return (at, length);
        }

        long end64 = BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(locator + 8));
        if (end64 < 0 || end64 > zip.Bytes - End64Bytes)
        {
            throw new UnsafeZipException(zip.Name, "its zip64 record would lie outside it.");
        }

        byte[] record = await ReadAsync(zip, end64, end64 + End64Bytes, cancellationToken);
        return BinaryPrimitives.ReadUInt32LittleEndian(record) == End64Signature
            ? (BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48)), BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(40)))
            : throw new UnsafeZipException(zip.Name, "its zip64 record is not where it says.");
    }

    private static async Task<byte[]> ReadAsync(IZipSource zip, long from, long to, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[to - from];
        int have = 0;
        await zip.CopyAsync(
            new ByteRange(from, to),
            (more, _) =>
            {
                more.CopyTo(bytes.AsMemory(have));
                have += more.Length;
                return ValueTask.CompletedTask;
            },
            cancellationToken);
        return bytes;
    }
}
