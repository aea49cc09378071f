using Hasta.Datasets.Fetching.Ranges;

namespace Hasta.Datasets.Fetching.Chunks;

/// <summary>Divides a file into chunks and hands them out to several connections.</summary>
internal sealed class ChunkMap(long bytes)
{
    /// <summary>Small enough to be downloaded again.</summary>
    private const int MaxChunkBytes = 4 << 20;

    private const int MinChunkBytes = 64 << 10;
    private const int TargetChunks = 64;
    private const int PageBytes = 4096;

    /// <summary>
    /// A claim takes one in this many of the missing chunks: twice the usual connections, so that a slow one is not left with much to do.
    /// </summary>
    private const int ClaimDivisor = 16;

    /// <summary>A higher limit would hardly reduce the number of requests.</summary>
    private const int MaxChunksAtOnce = 8;

    private readonly Lock gate = new();
    private readonly ChunkState[] states = new ChunkState[(bytes + ChunkBytesOf(bytes) - 1) / ChunkBytesOf(bytes)];

    public int ChunkBytes { get; } = ChunkBytesOf(bytes);

    /// <summary>Bytes of complete chunks.</summary>
    public long DoneBytes => states.Index()
        .Where(chunk => chunk.Item == ChunkState.Done)
        .Sum(chunk => RangeOf(chunk.Index).To - RangeOf(chunk.Index).From);

    /// <summary>A whole number of disk pages. Journals depend on it.</summary>
    public static int ChunkBytesOf(long bytes) =>
        (int)Math.Clamp(bytes / TargetChunks, MinChunkBytes, MaxChunkBytes) / PageBytes * PageBytes;

    public ByteRange RangeOf(int chunk) => new((long)chunk * ChunkBytes, Math.Min(bytes, ((long)chunk + 1) * ChunkBytes));

    public ByteRange RangeOf(ChunkRange range) => new(RangeOf(range.First).From, RangeOf(range.End - 1).To);

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

    /// <summary>Whether the file has this chunk and it is neither claimed nor complete.</summary>
    public bool IsMissing(int chunk)
    {
        lock (gate)
        {
            return chunk >= 0 && chunk < states.Length && states[chunk] == ChunkState.Missing;
        }
    }

    public bool IsAnyMissing()
    {
        lock (gate)
        {
            return states.Contains(ChunkState.Missing);
        }
    }

    public void Release(int chunk) => Set(chunk, ChunkState.Missing);

    public void Complete(int chunk) => Set(chunk, ChunkState.Done);

    private void Set(int chunk, ChunkState state)
    {
        lock (gate)
        {
            states[chunk] = state;
        }
    }

    private enum ChunkState
    {
        Missing,
        Claimed,
        Done,
    }
}
