using Hasta.Landmarks;
using Hasta.Landmarks.IO;

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
        JsonLines.Write(path, lines);
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
            return [.. JsonLines.ReadJournal<ChunkRecord>(path)];
        }
        catch (BadFileException)
        {
            return [];
        }
    }

    public void Add(ChunkRecord line)
    {
        lock (gate)
        {
            JsonLines.Append(stream, line);
        }
    }

    public void Dispose() => stream.Dispose();
}
