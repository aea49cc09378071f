using System.Text.Json;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;

namespace Hasta.Include.Download;

/// <summary>
/// Which parts of a file have come. A line is appended when a part is whole; its checksum tells after a power cut whether the part itself
/// reached the disk, so nothing need be flushed on the way. An incomplete last line is a part to fetch again.
/// </summary>
internal sealed class ChunkJournal : IDisposable
{
    private const long MaxBytes = 16 << 20;
    private readonly Lock gate = new();
    private readonly FileStream stream;

    /// <summary>Starts over with these lines.</summary>
    public ChunkJournal(string path, IEnumerable<ChunkRecord> lines)
    {
        AtomicFile.Write(path, file => Append(file, lines));
        stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    /// <summary>What an earlier run left; empty where there is nothing, or nothing that can be read.</summary>
    public static IReadOnlyList<ChunkRecord> Read(string path)
    {
        if (!File.Exists(path) || InputFile.Find(path).Length > MaxBytes)
        {
            return [];
        }

        try
        {
            return [.. StrictText.ReadWholeLines(path).Select(line => JsonSerializer.Deserialize<ChunkRecord>(line, StrictJson.Line)!)];
        }
        catch (Exception error) when (error is JsonException or BadFileException)
        {
            return [];
        }
    }

    public void Add(ChunkRecord line)
    {
        lock (gate)
        {
            Append(stream, [line]);
        }
    }

    public void Dispose() => stream.Dispose();

    private static void Append(Stream stream, IEnumerable<ChunkRecord> lines)
    {
        foreach (ChunkRecord line in lines)
        {
            stream.Write([.. JsonSerializer.SerializeToUtf8Bytes(line, StrictJson.Line), (byte)'\n']);
        }
    }
}
