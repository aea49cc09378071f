using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Video.Damage;

/// <summary>
/// Detects from a container's structure whether its file ends early. ffmpeg decodes what it can of a truncated clip and often ends without
/// an error. MPEG program streams and raw streams do not state where they end, nor do live WebM or fragmented MP4 that are truncated
/// between two clusters or fragments.
/// </summary>
internal static class ContainerEnd
{
    private const int StartBytes = 64 << 10;
    private const int EndBytes = 128 << 10;
    private const int GifEndBytes = 64;

    /// <summary>
    /// The problem at the end of the file, as the end of a sentence; null if there is none, or if the format does not show it.
    /// </summary>
    /// <param name="path">A clip that ffprobe could open.</param>
    /// <param name="format">ffmpeg's name for its container.</param>
    public static string? ProblemOf(string path, string format)
    {
        using FileStream file = InputFile.Open(path);
        return format switch
        {
            "mpegts" => TransportStream(file),
            "gif" => Tail(file, GifEndBytes).AsSpan().IndexOf("\0;"u8) < 0 ? "its end mark is missing" : null,
            "ogg" => Ogg(Tail(file, EndBytes)),
            "asf" => Declared(file, DeclaredBytes.Asf(Head(file))),
            "flv" => Declared(file, DeclaredBytes.Flv(Head(file))),
            "avi" => Declared(file, DeclaredBytes.Riff(file)),
            _ when format.StartsWith("matroska", StringComparison.Ordinal) => Declared(file, DeclaredBytes.Matroska(Head(file))),
            _ when format.StartsWith("mov", StringComparison.Ordinal) => Declared(file, DeclaredBytes.Mp4(file)),
            _ => null,
        };
    }

    private static string? Declared(FileStream file, long? bytes) =>
        bytes > file.Length ? $"the file ends after {file.Length} of {bytes} bytes" : null;

    private static byte[] Head(FileStream file) => Read(file, 0, StartBytes);

    private static byte[] Tail(FileStream file, int bytes) => Read(file, Math.Max(0, file.Length - bytes), bytes);

    internal static byte[] Read(FileStream file, long from, int bytes)
    {
        file.Position = from;
        byte[] buffer = new byte[(int)Math.Min(bytes, file.Length - from)];
        file.ReadExactly(buffer);
        return buffer;
    }

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

        return end > tail.Length ? "its last page is truncated" : null;
    }
}
