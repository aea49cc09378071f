using System.IO.Hashing;

namespace Hasta.Include.Download;

/// <summary>
/// A file that is filled chunk by chunk in any order, next to its journal: <c>X.part</c> and <c>X.parts</c>. If the process is killed, only
/// the chunks in progress are lost.
/// </summary>
internal sealed class ChunkedFile : IDisposable
{
    /// <summary>Small enough to be downloaded again.</summary>
    private const int MaxChunkBytes = 4 << 20;

    private const int MinChunkBytes = 64 << 10;
    private const int TargetChunks = 64;

    /// <summary>
    /// A claim takes one in this many of the missing chunks: twice the usual connections, so that a slow one is not left with much to do.
    /// </summary>
    private const int ClaimDivisor = 16;

    /// <summary>A higher limit would hardly reduce the number of requests.</summary>
    private const int MaxChunksAtOnce = 8;

    private readonly Lock gate = new();
    private readonly string target;
    private readonly ChunkState[] states;
    private readonly DirectFile data;
    private readonly ChunkJournal journal;
    private bool isTagged;

    private ChunkedFile(string target, RemoteFile file)
    {
        this.target = target;
        Bytes = file.Bytes;
        PartBytes = ChunkBytesOf(file.Bytes);
        states = new ChunkState[(Bytes + PartBytes - 1) / PartBytes];
        data = new DirectFile(DataPath(target), Bytes);
        ChunkRecord[] valid = [.. ValidLines(file)];
        Identity = new RemoteIdentity(Bytes, valid.FirstOrDefault(line => line.Tag is not null)?.Tag);
        isTagged = Identity.Tag is not null;
        journal = new ChunkJournal(
            JournalPath(target), [new ChunkRecord { Bytes = Bytes, PartBytes = PartBytes, Md5 = file.Md5 }, .. valid]);
    }

    public long Bytes { get; }

    public int PartBytes { get; }

    public RemoteIdentity Identity { get; }

    /// <summary>Bytes of complete chunks.</summary>
    public long DoneBytes => states.Index()
        .Where(chunk => chunk.Item == ChunkState.Done)
        .Sum(chunk => StretchOf(chunk.Index).To - StretchOf(chunk.Index).From);

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

    /// <summary>A whole number of pages.</summary>
    public static int ChunkBytesOf(long bytes) =>
        (int)Math.Clamp(bytes / TargetChunks, MinChunkBytes, MaxChunkBytes) / DirectFile.PageBytes * DirectFile.PageBytes;

    public ByteRange StretchOf(int chunk) => new((long)chunk * PartBytes, Math.Min(Bytes, ((long)chunk + 1) * PartBytes));

    public ByteRange StretchOf(ChunkRange range) => new(StretchOf(range.First).From, StretchOf(range.End - 1).To);

    /// <summary>Claims the first free chunks for one request: fewer and fewer towards the end.</summary>
    public ChunkRange? Claim()
    {
        lock (gate)
        {
            int max = Math.Clamp(states.Count(state => state == ChunkState.Missing) / ClaimDivisor, 1, MaxChunksAtOnce);
            int first = Array.IndexOf(states, ChunkState.Missing);
            int end = first;
            while (first >= 0 && end < first + max && end < states.Length && TryClaim(end))
            {
                end++;
            }

            return first >= 0 ? new ChunkRange(first, end) : null;
        }
    }

    public bool TryClaim(int chunk)
    {
        lock (gate)
        {
            bool isFree = states[chunk] == ChunkState.Missing;
            states[chunk] = isFree ? ChunkState.Claimed : states[chunk];
            return isFree;
        }
    }

    public bool IsAnyMissing()
    {
        lock (gate)
        {
            return states.Contains(ChunkState.Missing);
        }
    }

    public void Release(int chunk)
    {
        lock (gate)
        {
            states[chunk] = ChunkState.Missing;
        }
    }

    public void Write(ReadOnlySpan<byte> bytes, long offset) => data.Write(bytes, offset);

    public void Complete(int chunk, uint crc32)
    {
        lock (gate)
        {
            states[chunk] = ChunkState.Done;
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

    /// <summary>The journal's lines that apply to this file and whose chunks are intact on disk.</summary>
    private IEnumerable<ChunkRecord> ValidLines(RemoteFile file)
    {
        IReadOnlyList<ChunkRecord> lines = ChunkJournal.Read(JournalPath(target));
        if (lines is not [{ Part: null, Tag: null } first, ..]
            || first.Bytes != Bytes
            || first.PartBytes != PartBytes
            || (first.Md5 is { } md5 && file.Md5 is { } now && md5 != now))
        {
            yield break;
        }

        byte[] buffer = new byte[PartBytes];
        foreach (ChunkRecord line in lines.Skip(1))
        {
            if (line.Tag is not null)
            {
                yield return line;
            }
            else if (line is { Part: { } chunk, Crc32: { } crc32 }
                && chunk >= 0 && chunk < states.Length
                && states[chunk] == ChunkState.Missing
                && CrcOf(chunk, buffer) == crc32)
            {
                states[chunk] = ChunkState.Done;
                yield return line;
            }
        }
    }

    private uint? CrcOf(int chunk, byte[] buffer)
    {
        ByteRange range = StretchOf(chunk);
        Span<byte> bytes = buffer.AsSpan(0, (int)(range.To - range.From));
        return data.Read(bytes, range.From) == bytes.Length ? Crc32.HashToUInt32(bytes) : null;
    }

    private enum ChunkState
    {
        Missing,
        Claimed,
        Done,
    }
}
