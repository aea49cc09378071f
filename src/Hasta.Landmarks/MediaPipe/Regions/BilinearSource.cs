using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Regions;

/// <summary>Interpolates the colours of a frame between its pixels, eight positions at a time; the border repeats outside.</summary>
internal readonly ref struct BilinearSource(VideoFrame frame)
{
    private const int BytesPerPixel = 3;

    private readonly ReadOnlySpan<byte> rgb = frame.Rgb.Span;
    private readonly int width = frame.Width;
    private readonly Vector256<float> right = Vector256.Create(frame.Width - 1f);
    private readonly Vector256<float> bottom = Vector256.Create(frame.Height - 1f);

    /// <summary>The colours, 0..255 per channel, at positions where integers are pixel centres.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector256<float> Red, Vector256<float> Green, Vector256<float> Blue) At(Vector256<float> x, Vector256<float> y)
    {
        var left = Vector256.Floor(x);
        var top = Vector256.Floor(y);
        var x0 = ToIndex(left, right);
        var x1 = ToIndex(left + Vector256<float>.One, right);
        var y0 = ToIndex(top, bottom) * width;
        var y1 = ToIndex(top + Vector256<float>.One, bottom) * width;
        var corners = new Corners(Load(y0 + x0), Load(y0 + x1), Load(y1 + x0), Load(y1 + x1), x - left, y - top);
        return (corners.Mix(0), corners.Mix(8), corners.Mix(16));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> ToIndex(Vector256<float> place, Vector256<float> last) =>
        Vector256.ConvertToInt32Native(Vector256.ClampNative(place, Vector256<float>.Zero, last));

    /// <summary>Loads eight pixels, red in the lowest byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe Vector256<int> Load(Vector256<int> pixels)
    {
        var offsets = pixels * BytesPerPixel;
        if (!Avx2.IsSupported || Vector256.GreaterThanAny(offsets, Vector256.Create(rgb.Length - sizeof(int))))
        {
            return LoadOneByOne(offsets);
        }

        fixed (byte* start = rgb)
        {
            return Avx2.GatherVector256((int*)start, offsets, 1);
        }
    }

    /// <summary>Used without a gather instruction, and at the frame's last pixel, which is not followed by a fourth byte to read.</summary>
    private Vector256<int> LoadOneByOne(Vector256<int> offsets)
    {
        var loaded = Vector256<int>.Zero;
        for (int i = 0; i < Vector256<int>.Count; i++)
        {
            var bytes = rgb[offsets[i]..];
            int color = bytes.Length > BytesPerPixel ? MemoryMarshal.Read<int>(bytes) : bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
            loaded = loaded.WithElement(i, color);
        }

        return loaded;
    }

    /// <summary>The four pixels around each position, and its distance from the first to the right and down, 0..1.</summary>
    private readonly record struct Corners(
        Vector256<int> TopLeft,
        Vector256<int> TopRight,
        Vector256<int> BottomLeft,
        Vector256<int> BottomRight,
        Vector256<float> X,
        Vector256<float> Y)
    {
        /// <param name="shift">Offset of the channel, in bits.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Mix(int shift)
        {
            var above = Mix(Channel(TopLeft, shift), Channel(TopRight, shift), X);
            var below = Mix(Channel(BottomLeft, shift), Channel(BottomRight, shift), X);
            return Mix(above, below, Y);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> Mix(Vector256<float> from, Vector256<float> to, Vector256<float> share) =>
            from + (to - from) * share;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> Channel(Vector256<int> colors, int shift) =>
            Vector256.ConvertToSingle((colors >> shift) & Vector256.Create((int)byte.MaxValue));
    }
}
