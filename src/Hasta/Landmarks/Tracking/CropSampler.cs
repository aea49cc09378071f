using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Hasta.Video;

namespace Hasta.Landmarks.Tracking;

/// <summary>Cuts a rotated square out of a frame and resizes it to a network's input, bilinearly. Not for several threads at once.</summary>
/// <remarks>
/// The pixel with index i has its centre at i + 0.5 in both pictures, as in MediaPipe's OpenGL path
/// (image_to_tensor_converter_gl_texture.cc); its OpenCV path puts corner on corner instead, which moves hands by 1%.
/// </remarks>
internal sealed class CropSampler
{
    private readonly CropFormat format;
    private readonly float[] picture;

    public CropSampler(CropFormat format)
    {
        this.format = format;
        picture = new float[format.Size * format.Size * 3];
    }

    /// <param name="frame">At least 1 x 1 pixels.</param>
    /// <param name="region">Of the frame; what lies outside is black or repeats the border, as the format says.</param>
    /// <returns><c>[size, size, 3]</c>; valid until the next call.</returns>
    public ReadOnlySpan<float> Sample(VideoFrame frame, RotatedRegion region)
    {
        for (int row = 0; row < format.Size; row++)
        {
            SampleRow(frame, region, row);
        }

        return picture;
    }

    private void SampleRow(VideoFrame frame, RotatedRegion region, int row)
    {
        var source = new Source(frame);
        float pixel = 1f / format.Size;
        var (sin, cos) = MathF.SinCos(region.Rotation);
        var start = region.Project(new Landmark(0.5f * pixel, (row + 0.5f) * pixel, 0, 1));
        float stepX = region.Width * pixel * cos;
        float stepY = region.Width * pixel * sin;
        float scale = (format.Max - format.Min) / byte.MaxValue;
        var offset = Vector128.Create(format.Min);
        var line = picture.AsSpan(row * format.Size * 3, format.Size * 3);
        for (int column = 0; column < format.Size; column++)
        {
            float x = start.X + column * stepX;
            float y = start.Y + column * stepY;
            bool black = format.BlackOutside && !(x >= 0 && x <= frame.Width && y >= 0 && y <= frame.Height);
            var color = black ? offset : source.At(x - 0.5f, y - 0.5f) * scale + offset;
            line[3 * column] = color.GetElement(0);
            line[3 * column + 1] = color.GetElement(1);
            line[3 * column + 2] = color.GetElement(2);
        }
    }

    private readonly ref struct Source(VideoFrame frame)
    {
        private readonly ReadOnlySpan<byte> rgb = frame.Rgb.Span;
        private readonly int width = frame.Width;
        private readonly int right = frame.Width - 1;
        private readonly int bottom = frame.Height - 1;

        /// <summary>The colour 0..255 at a place counted in pixel centres; the border repeats outside.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector128<float> At(float x, float y)
        {
            float left = MathF.Floor(x);
            float top = MathF.Floor(y);
            int x0 = Math.Clamp((int)left, 0, right);
            int x1 = Math.Clamp((int)left + 1, 0, right);
            int y0 = Math.Clamp((int)top, 0, bottom) * width;
            int y1 = Math.Clamp((int)top + 1, 0, bottom) * width;
            var above = Mix(Pixel(y0 + x0), Pixel(y0 + x1), x - left);
            var below = Mix(Pixel(y1 + x0), Pixel(y1 + x1), x - left);
            return Mix(above, below, y - top);
        }

        private static Vector128<float> Mix(Vector128<float> from, Vector128<float> to, float share) => from + (to - from) * share;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector128<float> Pixel(int index)
        {
            var bytes = rgb.Slice(3 * index);
            uint color = bytes.Length > 3
                ? MemoryMarshal.Read<uint>(bytes)
                : (uint)(bytes[0] | (bytes[1] << 8) | (bytes[2] << 16));
            var shorts = Vector128.WidenLower(Vector128.CreateScalar(color).AsByte());
            return Vector128.ConvertToSingle(Vector128.WidenLower(shorts).AsInt32());
        }
    }
}
