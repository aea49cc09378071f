using System.Buffers.Binary;
using System.Text.Json;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Video;
using Hasta.Recognition.FrameViews;
using SkiaSharp;

namespace Hasta.Pictures.KeptFrames;

/// <summary>
/// A few frames of a clip in one file: eight characters <c>HSTFRM01</c>, u32 length of a JSON header (<see cref="FrameSetHeader"/>), the
/// header, then one JPEG per frame to the end of the file. For a file on disk only the header is kept in memory; frames are read on demand.
/// </summary>
internal sealed class FrameSetFile : IKeptFrames
{
    /// <summary>The maximum pixels per side of a stored frame.</summary>
    public const int MaxStoredSide = 2048;

    private const int Start = 12;
    private const int MaxHeaderBytes = 1 << 16;
    private const int MaxFrames = 256;
    private const int MaxFileBytes = 64 << 20;

    private readonly string path;
    private readonly byte[]? bytes;
    private readonly int[] offsets;

    private FrameSetFile(string path, byte[]? bytes, FrameSetHeader header, int[] offsets)
    {
        (this.path, this.bytes, Header, this.offsets) = (path, bytes, header, offsets);
    }

    public FrameSetHeader Header { get; }

    public (int Width, int Height, int StoredWidth, int StoredHeight) Size =>
        (Header.Width, Header.Height, Header.StoredWidth, Header.StoredHeight);

    public IReadOnlyList<int> Numbers => [.. Header.Frames.Select(frame => frame.Frame)];

    private static ReadOnlySpan<byte> Magic => "HSTFRM01"u8;

    /// <exception cref="BadFileException">The file is missing, too large, or not a complete frame file.</exception>
    public static FrameSetFile Open(string path)
    {
        try
        {
            using FileStream file = InputFile.Open(path);
            byte[] start = new byte[(int)Math.Min(file.Length, Start + MaxHeaderBytes)];
            file.ReadExactly(start);
            (FrameSetHeader header, int[] offsets) = Parse(path, start, file.Length);
            return new FrameSetFile(path, null, header, offsets);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Bad(path, error is FileNotFoundException or DirectoryNotFoundException ? "this file is missing." : error.Message, error);
        }
    }

    /// <param name="path">Names the source in errors.</param>
    /// <param name="bytes">The whole file; the array is kept.</param>
    /// <exception cref="BadFileException">The bytes are not a complete frame file.</exception>
    public static FrameSetFile Parse(string path, byte[] bytes)
    {
        (FrameSetHeader header, int[] offsets) = Parse(path, bytes, bytes.Length);
        return new FrameSetFile(path, bytes, header, offsets);
    }

    public ClipFrames Paint(FramePlacement view) => FrameRenderer.Paint(this, view);

    /// <param name="frame">Index among the stored frames.</param>
    /// <returns>The frame, with the size from the header; the caller disposes it.</returns>
    /// <exception cref="BadFileException">The data is not a JPEG of that size, or the file was deleted or changed.</exception>
    internal SKBitmap Decode(int frame)
    {
        byte[] jpeg = ReadJpeg(frame);
        using SKCodec? codec = SKCodec.Create(new SKMemoryStream(jpeg));
        if (codec is null || codec.EncodedFormat != SKEncodedImageFormat.Jpeg
            || codec.Info.Width != Header.StoredWidth || codec.Info.Height != Header.StoredHeight)
        {
            throw Bad(path, $"its frame {frame} is no JPEG of {Header.StoredWidth}x{Header.StoredHeight}.");
        }

        var picture = new SKBitmap(Header.StoredWidth, Header.StoredHeight, SKColorType.Rgba8888, SKAlphaType.Opaque);
        if (codec.GetPixels(picture.Info, picture.GetPixels()) == SKCodecResult.Success)
        {
            return picture;
        }

        picture.Dispose();
        throw Bad(path, $"its frame {frame} is damaged.");
    }

    internal static byte[] ToBytes(FrameSetHeader header, IReadOnlyList<byte[]> jpegs)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(header, StrictJson.Line);
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, json.Length);
        return [.. Magic, .. length, .. json, .. jpegs.SelectMany(jpeg => jpeg)];
    }

    private byte[] ReadJpeg(int frame)
    {
        int count = Header.Frames[frame].Bytes;
        if (bytes is not null)
        {
            return bytes.AsSpan(offsets[frame], count).ToArray();
        }

        byte[] jpeg = new byte[count];
        try
        {
            using FileStream file = InputFile.Open(path);
            file.Position = offsets[frame];
            file.ReadExactly(jpeg);
            return jpeg;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Bad(path, $"its frame {frame} cannot be read: {error.Message}", error);
        }
    }

    private static (FrameSetHeader Header, int[] Offsets) Parse(string path, ReadOnlySpan<byte> start, long length)
    {
        if (length > MaxFileBytes || start.Length < Start || !start.StartsWith(Magic)
            || BinaryPrimitives.ReadUInt32LittleEndian(start[Magic.Length..]) is var json
                && (json > MaxHeaderBytes || json > start.Length - Start))
        {
            throw Bad(path, "this is not a frame file.");
        }

        int headerBytes = BinaryPrimitives.ReadInt32LittleEndian(start[Magic.Length..]);
        var header = StrictJson.Parse<FrameSetHeader>(path, System.Text.Encoding.UTF8.GetString(start.Slice(Start, headerBytes)));
        return (header, Check(path, header, Start + headerBytes, length));
    }

    /// <returns>The offset of each JPEG.</returns>
    private static int[] Check(string path, FrameSetHeader header, int first, long length)
    {
        bool isValid = header.Width is > 0 and <= VideoInfo.MaxSide && header.Height is > 0 and <= VideoInfo.MaxSide
            && header.StoredWidth is > 0 and <= MaxStoredSide && header.StoredHeight is > 0 and <= MaxStoredSide;
        if (!isValid || header.Frames.Count is 0 or > MaxFrames)
        {
            throw Bad(path, "its header contains impossible sizes or counts.");
        }

        int[] offsets = new int[header.Frames.Count];
        long end = first;
        int previous = -1;
        for (int i = 0; i < offsets.Length; i++)
        {
            StoredFrame frame = header.Frames[i];
            offsets[i] = (int)Math.Min(end, int.MaxValue);
            end = frame.Frame > previous && frame.Bytes > 0 ? end + frame.Bytes : long.MaxValue / 2;
            previous = frame.Frame;
        }

        return end == length ? offsets : throw Bad(path, "its length does not match its frames.");
    }

    private static BadFileException Bad(string path, string problem, Exception? inner = null) =>
        new(path, problem, "Prepare it again: hasta prepare VIDEOS --out DATA --frames", inner);
}
