using System.Runtime.CompilerServices;

namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>
/// The two orders of an image's dimensions: TensorFlow Lite uses <c>[batch, height, width, channel]</c> (NHWC), ONNX uses
/// <c>[batch, channel, height, width]</c> (NCHW).
/// </summary>
internal static class TensorOrder
{
    private static readonly int[] NchwOfNhwc = [0, 2, 3, 1];

    public static OnnxAttribute ToNchw { get; } = OnnxAttribute.Ints("perm", 0, 3, 1, 2);

    public static OnnxAttribute ToNhwc { get; } = OnnxAttribute.Ints("perm", 0, 2, 3, 1);

    /// <summary>The index in NCHW of a dimension of NHWC.</summary>
    public static int Axis(int nhwc) => NchwOfNhwc[nhwc];

    /// <summary>Permutes values from <c>[a, y, x, c]</c> to <c>[a, c, y, x]</c>: images, and the weights of a convolution.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float[] Permute(ReadOnlySpan<float> nhwc, ImageShape shape)
    {
        float[] nchw = new float[nhwc.Length];
        int area = shape.Height * shape.Width;
        for (int to = 0, plane = 0; to < nchw.Length; plane++)
        {
            int from = (plane / shape.Channels * area * shape.Channels) + (plane % shape.Channels);
            for (int pixel = 0; pixel < area; pixel++, from += shape.Channels)
            {
                nchw[to++] = nhwc[from];
            }
        }

        return nchw;
    }
}
