using Hasta.Landmarks.Inference.Tflite;

namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>The window of a convolution or pooling along one dimension.</summary>
/// <param name="Size">Size of the image, in pixels.</param>
/// <param name="Kernel">The number of taps.</param>
/// <param name="Stride">Pixels between windows.</param>
/// <param name="Dilation">Pixels between taps.</param>
internal readonly record struct SlidingWindow(int Size, int Kernel, int Stride, int Dilation)
{
    private const int Limit = 1 << 12;

    /// <summary>
    /// TensorFlow's SAME padding: the number of pixels that results in ceil(size / stride) windows, with an odd one after the image.
    /// </summary>
    public (int Before, int After) SamePadding()
    {
        long windows = (Size + (long)Stride - 1) / Stride;
        long span = ((windows - 1) * Stride) + ((Kernel - 1L) * Dilation) + 1;
        int total = (int)Math.Max(span - Size, 0);
        return (total / 2, total - (total / 2));
    }

    /// <summary>The ONNX attributes of two windows; field 0 of <paramref name="operation"/> is the padding.</summary>
    public static OnnxAttribute[] Attributes(TfliteOperator operation, SlidingWindow y, SlidingWindow x)
    {
        if (!y.IsSane || !x.IsSane)
        {
            throw operation.Error($"has the window {y} x {x}");
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
