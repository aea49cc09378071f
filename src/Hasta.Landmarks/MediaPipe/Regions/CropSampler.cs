using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Regions;

/// <summary>Crops a rotated square from a frame and resizes it bilinearly to a network's input. Not thread-safe.</summary>
/// <remarks>
/// The pixel with index i has its centre at i + 0.5 in both images, as in MediaPipe's OpenGL path
/// (image_to_tensor_converter_gl_texture.cc); its OpenCV path aligns the corners instead, which moves hands by 1%.
/// </remarks>
internal sealed class CropSampler(CropFormat format)
{
    private readonly float[] crop = new float[3 * format.Size * format.Size];

    /// <param name="frame">At least 1 x 1 pixels.</param>
    /// <param name="region">The region of the frame; outside the frame, it is black or repeats the border, depending on the format.</param>
    /// <returns><c>[3, size, size]</c>; valid until the next call.</returns>
    public ReadOnlySpan<float> Sample(VideoFrame frame, RotatedRegion region)
    {
        for (int row = 0; row < format.Size; row++)
        {
            SampleRow(frame, region, row);
        }

        return crop;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SampleRow(VideoFrame frame, RotatedRegion region, int row)
    {
        var source = new BilinearSource(frame);
        float pixel = 1f / format.Size;
        var (sin, cos) = MathF.SinCos(region.Rotation);
        var start = region.Project(new Landmark(0.5f * pixel, (row + 0.5f) * pixel, 0, 1));
        float stepX = region.Width * pixel * cos;
        float stepY = region.Width * pixel * sin;
        for (int column = 0; column < format.Size; column += Vector256<float>.Count)
        {
            var columns = Vector256.CreateSequence<float>(column, 1);
            var x = Vector256.Create(start.X) + columns * stepX;
            var y = Vector256.Create(start.Y) + columns * stepY;
            var (red, green, blue) = source.At(x - Vector256.Create(0.5f), y - Vector256.Create(0.5f));
            var seen = format.BlackOutside ? IsInside(x, frame.Width) & IsInside(y, frame.Height) : Vector256<float>.AllBitsSet;
            Store(red, seen, 0, row, column);
            Store(green, seen, 1, row, column);
            Store(blue, seen, 2, row, column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> IsInside(Vector256<float> position, int size) =>
        Vector256.GreaterThanOrEqual(position, Vector256<float>.Zero) & Vector256.LessThanOrEqual(position, Vector256.Create((float)size));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(Vector256<float> color, Vector256<float> seen, int channel, int row, int column)
    {
        var black = Vector256.Create(format.Min);
        float scale = (format.Max - format.Min) / byte.MaxValue;
        int offset = ((channel * format.Size) + row) * format.Size + column;
        Vector256.ConditionalSelect(seen, color * scale + black, black).CopyTo(crop, offset);
    }
}
