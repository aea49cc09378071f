using System.Buffers.Binary;

namespace Hasta.Landmarks.Video.Damage;

/// <summary>The file length in bytes that a container's headers declare; null if they declare none.</summary>
internal static class DeclaredBytes
{
    private const uint EbmlHeader = 0x1A45DFA3;
    private const uint EbmlSegment = 0x18538067;

    // Files of some phones end with trailers that are not boxes: only known boxes are counted.
    private static readonly string[] Boxes =
        ["ftyp", "styp", "moov", "mdat", "moof", "mfra", "sidx", "free", "skip", "wide", "pnot", "udta", "uuid", "meta", "emsg", "prft"];

    private static ReadOnlySpan<byte> AsfFileProperties =>
        [0xA1, 0xDC, 0xAB, 0x8C, 0x47, 0xA9, 0xCF, 0x11, 0x8E, 0xE4, 0x00, 0xC0, 0x0C, 0x20, 0x53, 0x65];

    /// <returns>The offset at which the last known box should end.</returns>
    public static long? Mp4(FileStream file)
    {
        long end = 0;
        while (end + 8 <= file.Length)
        {
            byte[] start = ContainerEnd.Read(file, end, 16);
            if (!Boxes.Contains(System.Text.Encoding.Latin1.GetString(start, 4, 4)))
            {
                break;
            }

            uint size = BinaryPrimitives.ReadUInt32BigEndian(start);
            ulong bytes = size == 1 && start.Length == 16 ? BinaryPrimitives.ReadUInt64BigEndian(start.AsSpan(8)) : size;
            if (bytes is < 8 or > long.MaxValue / 2)
            {
                break; // 0: the box extends to the end of the file
            }

            end += (long)bytes;
        }

        return end;
    }

    public static long? Riff(FileStream file)
    {
        long end = 0;
        while (end + 8 <= file.Length && ContainerEnd.Read(file, end, 8) is var start && start.AsSpan().StartsWith("RIFF"u8))
        {
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(start.AsSpan(4));
            if (size is 0 or uint.MaxValue)
            {
                return null; // an unfinished or streamed recording
            }

            end += 8L + size;
        }

        return end;
    }

    public static long? Matroska(ReadOnlySpan<byte> head)
    {
        int at = 0;
        while (at + 12 <= head.Length)
        {
            uint id = BinaryPrimitives.ReadUInt32BigEndian(head[at..]);
            int length = System.Numerics.BitOperations.LeadingZeroCount(head[at + 4]) - 23;
            if (id is not (EbmlHeader or EbmlSegment) || length > 8)
            {
                return null;
            }

            ulong mask = (1UL << (7 * length)) - 1;
            ulong size = (BinaryPrimitives.ReadUInt64BigEndian(head[(at + 4)..]) >> (64 - (8 * length))) & mask;
            long end = at + 4 + length + (long)size;
            if (id == EbmlSegment || end > head.Length)
            {
                return size == mask ? null : end; // all ones: a live recording
            }

            at = (int)end;
        }

        return null;
    }

    public static long? Asf(ReadOnlySpan<byte> head) =>
        head.IndexOf(AsfFileProperties) is >= 0 and var at && at + 92 <= head.Length && (head[at + 88] & 1) == 0
            ? (long)Math.Min(BinaryPrimitives.ReadUInt64LittleEndian(head[(at + 40)..]), long.MaxValue)
            : null;

    public static long? Flv(ReadOnlySpan<byte> head) =>
        head.IndexOf("filesize\0"u8) is >= 0 and var at && at + 17 <= head.Length
        && BinaryPrimitives.ReadDoubleBigEndian(head[(at + 9)..]) is > 0 and < 1e15 and var bytes
            ? (long)bytes
            : null;
}
