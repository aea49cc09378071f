using Hasta.Landmarks;
using Hasta.Landmarks.IO;

namespace Hasta.Datasets.Fetching.Chunks;

/// <summary>
/// Records which chunks of a file are complete. A line is appended when a chunk is complete; after a power cut, its checksum shows whether
/// the chunk itself reached the disk, so nothing has to be flushed in between. An incomplete last line is a chunk to download again.
/// </summary>
internal sealed class ChunkJournal : IDisposable
{
    private const long MaxBytes = 16 << 20;
    private readonly Lock gate = new();
    private readonly FileStream stream;

    /// <summary>Rewrites the journal with these lines.</summary>
    public ChunkJournal(string path, IEnumerable<ChunkRecord> lines)
    {
        JsonLines.Write(path, lines);
        stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    /// <summary>The lines after the header, as left by an earlier process.</summary>
    /// <returns>Empty if there are none, they cannot be read, or they belong to another file than <paramref name="header"/>.</returns>
    public static IEnumerable<ChunkRecord> Read(string path, ChunkRecord header) =>
        Read(path) is [var first, .. var lines] && first.IsSameFile(header) ? lines : [];

    /// <summary>All lines left by an earlier process; empty if there are none or they cannot be read.</summary>
    public static ChunkRecord[] Read(string path)
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
