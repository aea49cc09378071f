using System.IO.Hashing;

namespace Hasta.Include.Download;

/// <summary>A file that grows by parts in any order, beside its journal: <c>X.part</c> and <c>X.parts</c>. A kill costs the parts under way.</summary>
internal sealed class ChunkedFile : IDisposable
{
    /// <summary>Of a part: small enough to be fetched again.</summary>
    private const int MaxChunkBytes = 4 << 20;

    private const int MinChunkBytes = 64 << 10;
    private const int WantedParts = 64;

    /// <summary>One claim takes one in so many of the missing parts: twice the usual connections, so that a slow one is not left with much to do.</summary>
    private const int Shares = 16;

    /// <summary>More would save no more requests to speak of.</summary>
    private const int MaxChunksAtOnce = 8;

    private readonly Lock gate = new();
    private readonly string target;
    private readonly ChunkState[] states;
    private readonly DirectFile data;
    private readonly ChunkJournal journal;
    private bool tagged;

    private ChunkedFile(string target, RemoteFile file)
    {
        this.target = target;
        Bytes = file.Bytes;
        PartBytes = ChunkBytesOf(file.Bytes);
        states = new ChunkState[(Bytes + PartBytes - 1) / PartBytes];
        data = new DirectFile(DataPath(target), Bytes);
        ChunkRecord[] kept = [.. Kept(file)];
        Identity = new RemoteIdentity(Bytes, kept.FirstOrDefault(line => line.Tag is not null)?.Tag);
        tagged = Identity.Tag is not null;
        journal = new ChunkJournal(JournalPath(target), [new ChunkRecord { Bytes = Bytes, PartBytes = PartBytes, Md5 = file.Md5 }, .. kept]);
    }

    public long Bytes { get; }

    public int PartBytes { get; }

    public RemoteIdentity Identity { get; }

    /// <summary>Bytes of whole parts.</summary>
    public long DoneBytes => states.Index().Where(part => part.Item == ChunkState.Done).Sum(part => StretchOf(part.Index).To - StretchOf(part.Index).From);

    /// <summary>Resumes what an earlier run left of the same file.</summary>
    public static ChunkedFile Open(string target, RemoteFile file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        return new ChunkedFile(target, file);
    }

    /// <summary>What the file takes of the disk: all that it will be from the moment its download begins.</summary>
    public static long BytesHeld(string target) =>
        new[] { target, DataPath(target) }.Select(path => new FileInfo(path)).Where(file => file.Exists).Sum(file => file.Length);

    public static void Discard(string target)
    {
        File.Delete(JournalPath(target));
        File.Delete(DataPath(target));
    }

    /// <summary>Whole pages.</summary>
    public static int ChunkBytesOf(long bytes) => (int)Math.Clamp(bytes / WantedParts, MinChunkBytes, MaxChunkBytes) / DirectFile.PageBytes * DirectFile.PageBytes;

    public ByteRange StretchOf(int part) => new((long)part * PartBytes, Math.Min(Bytes, ((long)part + 1) * PartBytes));

    public ByteRange StretchOf(ChunkRange run) => new(StretchOf(run.First).From, StretchOf(run.End - 1).To);

    /// <summary>Takes the first parts that nobody has, to be asked for at once: fewer and fewer towards the end.</summary>
    public ChunkRange? Claim()
    {
        lock (gate)
        {
            int most = Math.Clamp(states.Count(state => state == ChunkState.Missing) / Shares, 1, MaxChunksAtOnce);
            int first = Array.IndexOf(states, ChunkState.Missing);
            int end = first;
            while (first >= 0 && end < first + most && end < states.Length && TryClaim(end))
            {
                end++;
            }

            return first >= 0 ? new ChunkRange(first, end) : null;
        }
    }

    public bool TryClaim(int part)
    {
        lock (gate)
        {
            bool free = states[part] == ChunkState.Missing;
            states[part] = free ? ChunkState.Claimed : states[part];
            return free;
        }
    }

    public bool IsAnyMissing()
    {
        lock (gate)
        {
            return states.Contains(ChunkState.Missing);
        }
    }

    public void Release(int part)
    {
        lock (gate)
        {
            states[part] = ChunkState.Missing;
        }
    }

    public void Write(ReadOnlySpan<byte> bytes, long at) => data.Write(bytes, at);

    public void Complete(int part, uint crc32)
    {
        lock (gate)
        {
            states[part] = ChunkState.Done;
            if (!tagged && Identity.Tag is { } tag)
            {
                journal.Add(new ChunkRecord { Tag = tag });
                tagged = true;
            }

            journal.Add(new ChunkRecord { Part = part, Crc32 = crc32 });
        }
    }

    /// <summary>Flushed and renamed into place; the last call before <see cref="Dispose"/>.</summary>
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
    public ValueTask<int> ReadAsync(Memory<byte> buffer, long at, CancellationToken cancellationToken) => data.ReadAsync(buffer, at, cancellationToken);

    private static string DataPath(string target) => target + ".part";

    private static string JournalPath(string target) => target + ".parts";

    /// <summary>The journal's lines that hold for this file and whose parts are on the disk as they should be.</summary>
    private IEnumerable<ChunkRecord> Kept(RemoteFile file)
    {
        IReadOnlyList<ChunkRecord> lines = ChunkJournal.Read(JournalPath(target));
        if (lines is not [{ Part: null, Tag: null } first, ..] || first.Bytes != Bytes || first.PartBytes != PartBytes || (first.Md5 is { } md5 && file.Md5 is { } now && md5 != now))
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
            else if (line is { Part: { } part, Crc32: { } crc32 } && part >= 0 && part < states.Length && states[part] == ChunkState.Missing && CrcOf(part, buffer) == crc32)
            {
                states[part] = ChunkState.Done;
                yield return line;
            }
        }
    }

    private uint? CrcOf(int part, byte[] buffer)
    {
        ByteRange stretch = StretchOf(part);
        Span<byte> wanted = buffer.AsSpan(0, (int)(stretch.To - stretch.From));
        return data.Read(wanted, stretch.From) == wanted.Length ? Crc32.HashToUInt32(wanted) : null;
    }

    private enum ChunkState
    {
        Missing,
        Claimed,
        Done,
    }
}
