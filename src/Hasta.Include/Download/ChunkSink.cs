using System.IO.Hashing;

namespace Hasta.Include.Download;

/// <summary>Takes parts out of a stream: all of a claimed run or, where the stream is of a whole file, those that are missing; the rest flows by.</summary>
internal sealed class ChunkSink(ChunkedFile parts, ByteTally tally, ChunkRange claimed = default)
{
    private readonly Crc32 crc = new();
    private long at = parts.StretchOf(claimed.First).From;
    private int? held;

    /// <summary>Whether the stream has brought a part that was missing.</summary>
    public bool HasTaken { get; private set; }

    public ValueTask<bool> TakeAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (bytes.Length > 0)
        {
            int part = (int)(at / parts.PartBytes);
            ByteRange stretch = parts.StretchOf(part);
            if (at == stretch.From)
            {
                held = part < claimed.End || parts.TryClaim(part) ? part : null;
                crc.Reset();
            }

            ReadOnlyMemory<byte> here = bytes[..(int)Math.Min(bytes.Length, stretch.To - at)];
            cancellationToken.ThrowIfCancellationRequested();
            Keep(here.Span, stretch);
            bytes = bytes[here.Length..];
        }

        bool isInRun = at / parts.PartBytes < claimed.End;
        return ValueTask.FromResult(held is not null || isInRun || parts.IsAnyMissing());
    }

    /// <summary>Parts that the stream left half done, or did not come to, are free again.</summary>
    public void GiveBack()
    {
        if (held is { } part)
        {
            tally.Add((int)(parts.StretchOf(part).From - at));
            parts.Release(part);
        }

        for (int next = (int)((at + parts.PartBytes - 1) / parts.PartBytes); next < claimed.End; next++)
        {
            parts.Release(next);
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes, ByteRange stretch)
    {
        if (held is not null)
        {
            parts.Write(bytes, at);
            crc.Append(bytes);
            tally.Add(bytes.Length);
        }

        at += bytes.Length;
        if (held is { } part && at == stretch.To)
        {
            parts.Complete(part, crc.GetCurrentHashAsUInt32());
            HasTaken = true;
            held = null;
        }
    }
}
