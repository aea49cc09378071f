using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Hasta.Landmarks;

namespace Hasta.Web.Live;

/// <summary>A binary message of the client: a header of 16 bytes, and a JPEG or landmarks.</summary>
internal sealed record FrameMessage(bool IsVideo, uint Number, TimeSpan Time, ReadOnlyMemory<byte> Payload)
{
    private const int HeaderBytes = 16;
    private const int PointBytes = 4 * sizeof(float);
    private const double MaxMilliseconds = 1e13;

    /// <exception cref="StreamException">The header is wrong.</exception>
    public static FrameMessage Parse(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> header = bytes.Span;
        if (header.Length < HeaderBytes || header[0] is not (1 or 2) || header[1..4].IndexOfAnyExcept((byte)0) >= 0)
        {
            throw StreamException.BadMessage("a frame begins with a header of 16 bytes: kind 1 or 2, and three zeros.");
        }

        double time = BinaryPrimitives.ReadDoubleLittleEndian(header[8..]);
        return double.IsFinite(time) && Math.Abs(time) <= MaxMilliseconds
            ? new FrameMessage(
                header[0] == 1, BinaryPrimitives.ReadUInt32LittleEndian(header[4..]), TimeSpan.FromMilliseconds(time), bytes[HeaderBytes..])
            : throw StreamException.BadMessage("the time of a frame is not a number of milliseconds.");
    }

    /// <exception cref="StreamException">There are not 75 points, or they are not finite.</exception>
    public LandmarkFrame ToLandmarks()
    {
        if (Payload.Length != LandmarkLayout.CountWithoutFace * PointBytes)
        {
            throw StreamException.BadMessage($"a frame has {LandmarkLayout.CountWithoutFace} points of {PointBytes} bytes.");
        }

        ReadOnlySpan<float> numbers = MemoryMarshal.Cast<byte, float>(Payload.Span);
        var points = new Landmark[LandmarkLayout.CountWithoutFace];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = PointOf(numbers.Slice(4 * i, 4));
        }

        return new LandmarkFrame(Time, points);
    }

    private static Landmark PointOf(ReadOnlySpan<float> point) => point[3] switch
    {
        0 => Landmark.Missing,
        > 0 and <= 1 when float.IsFinite(point[0]) && float.IsFinite(point[1]) && float.IsFinite(point[2]) =>
            new Landmark(point[0], point[1], point[2], point[3]),
        _ => throw new StreamException("badFrame", "a point is not finite, or its confidence is not in 0..1."),
    };
}
