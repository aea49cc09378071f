using System.Buffers.Binary;

namespace Hasta.Video;

/// <summary>
/// Tells from a container's own structure whether its file ends early. ffmpeg decodes what is there of a cut clip and often ends without an error.
/// MPEG program streams and raw streams do not state where they end, nor do live WebM or fragmented MP4 that are cut between two clusters or fragments.
/// </summary>
internal static class ContainerEnd
{
    private const int StartBytes = 64 << 10;
    private const int EndBytes = 128 << 10;
    private const int GifEndBytes = 64;
    private const uint EbmlHeader = 0x1A45DFA3;
    private const uint EbmlSegment = 0x18538067;

    // Trailers that are no boxes follow in files of some phones: only what is certainly a box is measured.
    private static readonly string[] Boxes =
        ["ftyp", "styp", "moov", "mdat", "moof", "mfra", "sidx", "free", "skip", "wide", "pnot", "udta", "uuid", "meta", "emsg", "prft"];

    private static ReadOnlySpan<byte> AsfFileProperties => [0xA1, 0xDC, 0xAB, 0x8C, 0x47, 0xA9, 0xCF, 0x11, 0x8E, 0xE4, 0x00, 0xC0, 0x0C, 0x20, 0x53, 0x65];

    /// <summary>What is wrong with the end of the file, as the end of a sentence; null where nothing is, or nothing can be known.</summary>
    /// <param name="path">A clip that ffprobe could open.</param>
    /// <param name="format">ffmpeg's name of its container.</param>
    public static string? ProblemOf(string path, string format)
    {
        using FileStream file = File.OpenRead(path);
        return format switch
        {
            "mpegts" => TransportStream(file),
            "gif" => Tail(file, GifEndBytes).AsSpan().IndexOf("\0;"u8) < 0 ? "its end mark is missing" : null,
            "ogg" => Ogg(Tail(file, EndBytes)),
            "asf" => Declared(file, Asf(Head(file))),
            "flv" => Declared(file, Flv(Head(file))),
            "avi" => Declared(file, Riff(file)),
            _ when format.StartsWith("matroska", StringComparison.Ordinal) => Declared(file, Matroska(Head(file))),
            _ when format.StartsWith("mov", StringComparison.Ordinal) => Declared(file, Mp4(file)),
            _ => null,
        };
    }

    private static string? Declared(FileStream file, long? bytes) => bytes > file.Length ? $"the file ends after {file.Length} of {bytes} bytes" : null;

    private static byte[] Head(FileStream file) => Read(file, 0, StartBytes);

    private static byte[] Tail(FileStream file, int bytes) => Read(file, Math.Max(0, file.Length - bytes), bytes);

    private static byte[] Read(FileStream file, long from, int bytes)
    {
        file.Position = from;
        byte[] buffer = new byte[(int)Math.Min(bytes, file.Length - from)];
        file.ReadExactly(buffer);
        return buffer;
    }

    /// <returns>Where the last whole box should end.</returns>
    private static long? Mp4(FileStream file)
    {
        long end = 0;
        while (end + 8 <= file.Length)
        {
            byte[] start = Read(file, end, 16);
            if (!Boxes.Contains(System.Text.Encoding.Latin1.GetString(start, 4, 4)))
            {
                break;
            }

            uint size = BinaryPrimitives.ReadUInt32BigEndian(start);
            ulong bytes = size == 1 && start.Length == 16 ? BinaryPrimitives.ReadUInt64BigEndian(start.AsSpan(8)) : size;
            if (bytes is < 8 or > long.MaxValue / 2)
            {
                break; // 0: to the end of the file
            }

            end += (long)bytes;
        }

        return end;
    }

    private static long? Riff(FileStream file)
    {
        long end = 0;
        while (end + 8 <= file.Length && Read(file, end, 8) is var start && start.AsSpan().StartsWith("RIFF"u8))
        {
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(start.AsSpan(4));
            if (size is 0 or uint.MaxValue)
            {
                return null; // a recording that was never finished, or streamed
            }

            end += 8L + size;
        }

        return end;
    }

    private static long? Matroska(ReadOnlySpan<byte> head)
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

    private static long? Asf(ReadOnlySpan<byte> head) =>
        head.IndexOf(AsfFileProperties) is >= 0 and var at && at + 92 <= head.Length && (head[at + 88] & 1) == 0
            ? (long)Math.Min(BinaryPrimitives.ReadUInt64LittleEndian(head[(at + 40)..]), long.MaxValue)
            : null;

    private static long? Flv(ReadOnlySpan<byte> head) =>
        head.IndexOf("filesize\0"u8) is >= 0 and var at && at + 17 <= head.Length && BinaryPrimitives.ReadDoubleBigEndian(head[(at + 9)..]) is > 0 and < 1e15 and var bytes
            ? (long)bytes
            : null;

    private static string? TransportStream(FileStream file)
    {
        byte[] head = Head(file);
        foreach ((int first, int size) in new[] { (0, 188), (4, 192), (0, 204) })
        {
            if (Enumerable.Range(0, 4).All(packet => first + (packet * size) is var at && at < head.Length && head[at] == 0x47))
            {
                return file.Length % size == 0 ? null : "the file ends within a packet";
            }
        }

        return null;
    }

    private static string? Ogg(ReadOnlySpan<byte> tail)
    {
        if (tail.LastIndexOf("OggS"u8) is not (>= 0 and var page) || page + 27 > tail.Length || (tail[page + 5] & 4) == 0)
        {
            return "its last page is missing";
        }

        int end = page + 27 + tail[page + 26];
        foreach (byte segment in tail[Math.Min(page + 27, tail.Length)..Math.Min(end, tail.Length)])
        {
            end += segment;
        }

        return end > tail.Length ? "its last page is cut" : null;
    }
}
