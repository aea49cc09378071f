using System.IO.Hashing;
using Hasta.Datasets.Fetching.Ranges;

namespace Hasta.Datasets.Fetching.Chunks;

/// <summary>
/// A file that is filled chunk by chunk in any order, next to its journal: <c>X.part</c> and <c>X.parts</c>. If the process is killed, only
/// the chunks in progress are lost.
/// </summary>
internal sealed class ChunkedFile : IDisposable
{
    private readonly Lock gate = new();
    private readonly string target;
    private readonly PreallocatedFile data;
    private readonly ChunkJournal journal;
    private bool isTagged;

    private ChunkedFile(string target, RemoteFile file)
    {
        this.target = target;
        Map = new ChunkMap(file.Bytes);
        data = new PreallocatedFile(DataPath(target), file.Bytes);
        ChunkRecord header = ChunkRecord.Describe(file, Map.ChunkBytes);
        byte[] buffer = new byte[Map.ChunkBytes];
        ChunkRecord[] valid = [.. ChunkJournal.Read(JournalPath(target), header).Where(line => IsValid(line, buffer))];
        Identity = new RemoteIdentity(file.Bytes, valid.FirstOrDefault(line => line.Tag is not null)?.Tag);
        isTagged = Identity.Tag is not null;
        journal = new ChunkJournal(JournalPath(target), [header, .. valid]);
    }

    /// <summary>Which chunks are there and which are to be fetched.</summary>
    public ChunkMap Map { get; }

    public RemoteIdentity Identity { get; }

    /// <summary>Resumes what an earlier process left of the same file.</summary>
    public static ChunkedFile Open(string target, RemoteFile file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        return new ChunkedFile(target, file);
    }

    /// <summary>Disk space that the file occupies: its full size from the moment its download begins.</summary>
    public static long BytesHeld(string target) =>
        new[] { target, DataPath(target) }.Select(path => new FileInfo(path)).Where(file => file.Exists).Sum(file => file.Length);

    public static void Discard(string target)
    {
        File.Delete(JournalPath(target));
        File.Delete(DataPath(target));
    }

    public void Write(ReadOnlySpan<byte> bytes, long offset) => data.Write(bytes, offset);

    public void Complete(int chunk, uint crc32)
    {
        lock (gate)
        {
            Map.Complete(chunk);
            if (!isTagged && Identity.Tag is { } tag)
            {
                journal.Add(new ChunkRecord { Tag = tag });
                isTagged = true;
            }

            journal.Add(new ChunkRecord { Part = chunk, Crc32 = crc32 });
        }
    }

    /// <summary>Flushes the file and renames it to its final name; the last call before <see cref="Dispose"/>.</summary>
    public void Finish()
    {
        data.Flush();
        data.Dispose();
        File.Move(DataPath(target), target, overwrite: true);
        journal.Dispose();
        File.Delete(JournalPath(target));
    }

    public void Dispose()
    {
        data.Dispose();
        journal.Dispose();
    }

    /// <summary>For the checksum, before <see cref="Finish"/>.</summary>
    public ValueTask<int> ReadAsync(Memory<byte> buffer, long offset, CancellationToken cancellationToken) =>
        data.ReadAsync(buffer, offset, cancellationToken);

    private static string DataPath(string target) => target + ".part";

    private static string JournalPath(string target) => target + ".parts";

    /// <summary>Whether a journal's line is an entity tag or an intact chunk, which then counts as complete.</summary>
    private bool IsValid(ChunkRecord line, byte[] buffer)
    {
        if (line.Tag is not null)
        {
            return true;
        }

        bool isIntact = line is { Part: { } chunk, Crc32: { } crc32 } && Map.IsMissing(chunk) && CrcOf(chunk, buffer) == crc32;
        if (isIntact)
        {
            Map.Complete(line.Part!.Value);
        }

        return isIntact;
    }

    private uint? CrcOf(int chunk, byte[] buffer)
    {
        ByteRange range = Map.RangeOf(chunk);
        Span<byte> bytes = buffer.AsSpan(0, (int)(range.To - range.From));
        return data.Read(bytes, range.From) == bytes.Length ? Crc32.HashToUInt32(bytes) : null;
    }
}
