using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.IO.Pipelines;
using Hasta.Datasets.Fetching.Ranges;
using Hasta.Landmarks.IO;

namespace Hasta.Include.Zip;

/// <summary>Unpacks one member to a file that appears complete, verified and flushed, or not at all.</summary>
internal static class ZipExtraction
{
    private const int HeaderBytes = 30;
    private const uint HeaderSignature = 0x04034b50;
    private const int BufferBytes = 128 << 10;

    /// <param name="zip">The zip that contains it.</param>
    /// <param name="member">The member to unpack.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="progress">Receives the packed bytes read in each step.</param>
    /// <param name="cancellationToken">Cancels; no file is left.</param>
    /// <exception cref="UnsafeZipException">The member is damaged: its checksum or length is wrong.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public static async Task ExtractAsync(
        IZipSource zip, ZipMember member, string path, IProgress<long> progress, CancellationToken cancellationToken)
    {
        using var file = new PendingFile(path);
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 1 << 20, resumeWriterThreshold: 1 << 19));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task source = FillAsync(zip, member, pipe.Writer, progress, stop.Token);
        try
        {
            await UnpackAsync(zip.Name, member, pipe.Reader, file.Stream, cancellationToken);
        }
        catch
        {
            // The source must not outlive this call; if the source failed, the pipe has passed its exception on.
            await stop.CancelAsync();
            await pipe.Reader.CompleteAsync();
            await source.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        await pipe.Reader.CompleteAsync();
        await source;
        file.Commit();
    }

    private static async Task FillAsync(
        IZipSource zip, ZipMember member, PipeWriter writer, IProgress<long> progress, CancellationToken cancellationToken)
    {
        try
        {
            await zip.CopyAsync(
                new ByteRange(member.HeaderAt, member.EndsBefore),
                async (bytes, token) =>
                {
                    progress.Report(bytes.Length);
                    await writer.WriteAsync(bytes, token);
                },
                cancellationToken);
            await writer.CompleteAsync();
        }
        catch (Exception error)
        {
            await writer.CompleteAsync(error);
            throw;
        }
    }

    private static async Task UnpackAsync(string zip, ZipMember member, PipeReader reader, Stream file, CancellationToken cancellationToken)
    {
        await using Stream packed = reader.AsStream(leaveOpen: true);
        try
        {
            await SkipHeaderAsync(zip, member, packed, cancellationToken);
            await using Stream plain = member.IsStored ? packed : new DeflateStream(packed, CompressionMode.Decompress, leaveOpen: true);
            await CopyAsync(zip, member, plain, file, cancellationToken);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new UnsafeZipException(zip, $"the member \"{member.Name}\" cannot be unpacked ({error.Message}).");
        }
    }

    private static async Task SkipHeaderAsync(string zip, ZipMember member, Stream packed, CancellationToken cancellationToken)
    {
        byte[] header = new byte[HeaderBytes];
        await packed.ReadExactlyAsync(header, cancellationToken);
        int more = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26))
            + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != HeaderSignature
            || member.HeaderAt + HeaderBytes + more + member.PackedBytes > member.EndsBefore)
        {
            throw new UnsafeZipException(zip, $"the member \"{member.Name}\" does not begin at the offset in the directory.");
        }

        await packed.ReadExactlyAsync(new byte[more], cancellationToken);
    }

    /// <summary>Writes no more bytes than the directory declares.</summary>
    private static async Task CopyAsync(string zip, ZipMember member, Stream plain, Stream file, CancellationToken cancellationToken)
    {
        var crc = new Crc32();
        byte[] buffer = new byte[BufferBytes];
        long remaining = member.Bytes;
        while (remaining > 0)
        {
            int count = await plain.ReadAsync(buffer.AsMemory(0, (int)Math.Min(BufferBytes, remaining)), cancellationToken);
            crc.Append(buffer.AsSpan(0, count));
            await file.WriteAsync(
                buffer.AsMemory(0, count > 0 ? count : throw new EndOfStreamException("it ends early")), cancellationToken);
            remaining -= count;
        }

        bool isLonger = !member.IsStored && await plain.ReadAsync(buffer.AsMemory(0, 1), cancellationToken) > 0;
        if (isLonger || crc.GetCurrentHashAsUInt32() != member.Crc32)
        {
            throw new UnsafeZipException(
                zip, $"the member \"{member.Name}\" is {(isLonger ? "longer than declared" : "damaged: its checksum is wrong")}.");
        }
    }
}
