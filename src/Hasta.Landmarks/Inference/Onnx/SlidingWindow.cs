using Hasta.Landmarks.Inference.Tflite;

namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>The window of a convolution or pooling along one dimension.</summary>
/// <param name="Size">Of the picture, in pixels.</param>
/// <param name="Kernel">The number of taps.</param>
/// <param name="Stride">Pixels between windows.</param>
/// <param name="Dilation">Pixels between taps.</param>
internal readonly record struct SlidingWindow(int Size, int Kernel, int Stride, int Dilation)
{
    private const int Limit = 1 << 12;

    /// <summary>
    /// TensorFlow's SAME padding: as many pixels as give ceil(size / stride) windows, the odd one after the picture.
    /// </summary>
    public (int Before, int After) SamePadding()
    {
        long windows = (Size + (long)Stride - 1) / Stride;
        long span = ((windows - 1) * Stride) + ((Kernel - 1L) * Dilation) + 1;
        int total = (int)Math.Max(span - Size, 0);
        return (total / 2, total - (total / 2));
    }

    /// <summary>What ONNX calls the settings of two windows; <paramref name="operation"/> says in field 0 how to pad.</summary>
    public static OnnxAttribute[] Attributes(TfliteOperator operation, SlidingWindow y, SlidingWindow x)
    {
        if (!y.IsSane || !x.IsSane)
        {
            throw operation.Refuse($"has the window {y} x {x}");
        }

        bool same = operation.OptionByte(0) == 0;
        var (top, bottom) = same ? y.SamePadding() : (0, 0);
        var (left, right) = same ? x.SamePadding() : (0, 0);
        return
        [
            OnnxAttribute.Ints("kernel_shape", y.Kernel, x.Kernel),
            OnnxAttribute.Ints("strides", y.Stride, x.Stride),
            OnnxAttribute.Ints("dilations", y.Dilation, x.Dilation),
            OnnxAttribute.Ints("pads", top, left, bottom, right),
        ];
    }

    private bool IsSane => Kernel is > 0 and < Limit && Stride is > 0 and < Limit && Dilation is > 0 and < Limit;
}
