using System.Buffers.Binary;
using System.Text;

namespace Hasta.Landmarks.Video;

/// <summary>
/// Raw rgb24 frames with one time stamp each, as a Matroska stream (RFC 9559): ffmpeg's rawvideo input supports only a constant rate, and
/// clips with a variable rate would lose their frame times. Time stamps are in microseconds.
/// </summary>
internal static class MatroskaStream
{
    private const uint Ebml = 0x1A45DFA3;
    private const uint DocTypeReadVersion = 0x4285;
    private const uint DocTypeVersion = 0x4287;
    private const uint DocType = 0x4282;
    private const uint Segment = 0x18538067;
    private const uint Info = 0x1549A966;
    private const uint TimestampScale = 0x2AD7B1;
    private const uint Tracks = 0x1654AE6B;
    private const uint TrackEntry = 0xAE;
    private const uint TrackNumber = 0xD7;
    private const uint TrackUid = 0x73C5;
    private const uint TrackType = 0x83;
    private const uint CodecId = 0x86;
    private const uint DefaultDuration = 0x23E383;
    private const uint Picture = 0xE0;
    private const uint PixelWidth = 0xB0;
    private const uint PixelHeight = 0xBA;
    private const uint UncompressedFourCc = 0x2EB524;
    private const uint Cluster = 0x1F43B675;
    private const uint Timestamp = 0xE7;
    private const uint SimpleBlock = 0xA3;

    private const long UnknownSize = (1L << 56) - 1;
    private const int VideoTrack = 1;
    private const int NanosecondsPerMicrosecond = 1000;

    // Track number as a variable-length integer, time relative to the cluster (0), the key frame flag.
    private static readonly byte[] BlockStart = [0x80 | VideoTrack, 0, 0, 0x80];

    public static byte[] Header(int width, int height, FrameRate rate) =>
    [
        .. Element(Ebml, [.. Element(DocType, "matroska"), .. Element(DocTypeVersion, 4), .. Element(DocTypeReadVersion, 2)]),
        .. Start(Segment, UnknownSize),
        .. Element(Info, Element(TimestampScale, NanosecondsPerMicrosecond)),
        .. Element(Tracks, Element(TrackEntry, Track(width, height, rate))),
    ];

    /// <summary>Everything before the pixels of one frame. Each cluster contains one frame.</summary>
    public static byte[] FrameStart(TimeSpan time, int pixelBytes)
    {
        byte[] stamp = Element(Timestamp, (long)Math.Round(time.TotalMicroseconds));
        byte[] block = [.. Start(SimpleBlock, BlockStart.Length + (long)pixelBytes), .. BlockStart];
        return [.. Start(Cluster, stamp.Length + block.Length + (long)pixelBytes), .. stamp, .. block];
    }

    private static byte[] Track(int width, int height, FrameRate rate) =>
    [
        .. Element(TrackNumber, VideoTrack),
        .. Element(TrackUid, VideoTrack),
        .. Element(TrackType, VideoTrack),
        .. Element(CodecId, "V_UNCOMPRESSED"),
        .. Element(DefaultDuration, (long)rate.TimeOf(1).TotalNanoseconds),
        .. Element(Picture, [.. Element(PixelWidth, width), .. Element(PixelHeight, height), .. Element(UncompressedFourCc, "RGB\u0018")]),
    ];

    private static byte[] Element(uint id, string text) => Element(id, Encoding.ASCII.GetBytes(text));

    private static byte[] Element(uint id, long value)
    {
        byte[] bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return Element(id, bytes);
    }

    private static byte[] Element(uint id, byte[] content) => [.. Start(id, content.Length), .. content];

    /// <summary>An element's id without leading zero bytes, and its size in eight bytes.</summary>
    private static byte[] Start(uint id, long size)
    {
        byte[] bytes = new byte[sizeof(uint) + sizeof(long)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, id);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(sizeof(uint)), size | (1L << 56));
        return bytes[bytes.AsSpan().IndexOfAnyExcept((byte)0)..];
    }
}
