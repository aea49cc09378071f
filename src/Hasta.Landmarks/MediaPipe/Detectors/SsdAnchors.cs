using System.Numerics;

namespace Hasta.Landmarks.MediaPipe.Detectors;

/// <summary>The grid points that a single-shot detector's boxes are relative to.</summary>
/// <remarks>
/// MediaPipe's SsdAnchorsCalculator with fixed anchor size: a point in the middle of each cell of each feature map, twice per layer (aspect
/// ratio 1 and the interpolated scale), with layers of the same stride combined.
/// </remarks>
internal static class SsdAnchors
{
    private const int PerLayer = 2;

    /// <param name="inputSize">Size of the square network input, in pixels.</param>
    /// <param name="strides">One per layer, in pixels, with equal strides adjacent.</param>
    /// <returns>In 0..1 of the input.</returns>
    public static Vector2[] Create(int inputSize, IEnumerable<int> strides) =>
        [.. strides.GroupBy(stride => stride).SelectMany(layers => CreateMap(inputSize, layers.Key, PerLayer * layers.Count()))];

    private static IEnumerable<Vector2> CreateMap(int inputSize, int stride, int anchorsPerCell)
    {
        int cells = (inputSize + stride - 1) / stride;
        return from y in Enumerable.Range(0, cells)
               from x in Enumerable.Range(0, cells)
               from anchor in Enumerable.Range(0, anchorsPerCell)
               select new Vector2(x + 0.5f, y + 0.5f) / cells;
    }
}
