using System.IO.Hashing;
using Hasta.Datasets.Fetching.Ranges;

namespace Hasta.Datasets.Fetching.Chunks;

/// <summary>
/// Extracts chunks from a stream: all of a claimed range or, if the stream is a whole file, those that are missing; the rest is discarded.
/// </summary>
internal sealed class ChunkSink(ChunkedFile file, ByteCounter tally, ChunkRange claimed = default)
{
    private readonly Crc32 crc = new();
    private long offset = file.Map.RangeOf(claimed.First).From;
    private int? current;

    /// <summary>Whether the stream has completed a chunk that was missing.</summary>
    public bool HasTaken { get; private set; }

    public ValueTask<bool> TakeAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (bytes.Length > 0)
        {
            int chunk = (int)(offset / file.Map.ChunkBytes);
            ByteRange range = file.Map.RangeOf(chunk);
            if (offset == range.From)
            {
                current = chunk < claimed.End || file.Map.TryClaim(chunk) ? chunk : null;
                crc.Reset();
            }

            ReadOnlyMemory<byte> slice = bytes[..(int)Math.Min(bytes.Length, range.To - offset)];
            cancellationToken.ThrowIfCancellationRequested();
            Keep(slice.Span, range);
            bytes = bytes[slice.Length..];
        }

        bool isInClaim = offset / file.Map.ChunkBytes < claimed.End;
        return ValueTask.FromResult(current is not null || isInClaim || file.Map.IsAnyMissing());
    }

    /// <summary>Releases chunks that the stream left incomplete or did not reach.</summary>
    public void GiveBack()
    {
        if (current is { } chunk)
        {
            tally.Add((int)(file.Map.RangeOf(chunk).From - offset));
            file.Map.Release(chunk);
        }

        for (int next = (int)((offset + file.Map.ChunkBytes - 1) / file.Map.ChunkBytes); next < claimed.End; next++)
        {
            file.Map.Release(next);
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes, ByteRange range)
    {
        if (current is not null)
        {
            file.Write(bytes, offset);
            crc.Append(bytes);
            tally.Add(bytes.Length);
        }

        offset += bytes.Length;
        if (current is { } chunk && offset == range.To)
        {
            file.Complete(chunk, crc.GetCurrentHashAsUInt32());
            HasTaken = true;
            current = null;
        }
    }
}
