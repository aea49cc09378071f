using Hasta.Landmarks.Inference.Tflite;

namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>Operators that slide a window over an image. Field numbers are those of their option tables in schema.fbs.</summary>
internal static class ConvolutionEmitter
{
    private const int StrideX = 1;
    private const int StrideY = 2;

    /// <summary>Weights <c>[out, height, width, in]</c>; fewer inputs than the image has channels mean groups.</summary>
    public static void Convolution(ExportContext context, TfliteOperator operation)
    {
        var kernel = context.Image(operation.Input(1));
        int channels = context.Image(operation.Input(0)).Channels;
        if (channels % kernel.Channels != 0)
        {
            throw operation.Error($"takes {kernel.Channels} of {channels} channels");
        }

        Convolve(context, operation, new Layer(kernel, channels / kernel.Channels, DilationX: 4, Activation: 3));
    }

    /// <summary>Weights <c>[1, height, width, channel x multiplier]</c>: each channel has its own filters.</summary>
    public static void Depthwise(ExportContext context, TfliteOperator operation)
    {
        var stored = context.Image(operation.Input(1));
        int channels = context.Image(operation.Input(0)).Channels;
        if (stored.Batch != 1 || stored.Channels % channels != 0)
        {
            throw operation.Error($"has {stored.Channels} filters for {channels} channels");
        }

        var kernel = stored with { Batch = stored.Channels, Channels = 1 };
        Convolve(context, operation, new Layer(kernel, channels, DilationX: 5, Activation: 4));
    }

    public static void MaxPool(ExportContext context, TfliteOperator operation)
    {
        var image = context.Image(operation.Input(0));
        var y = new SlidingWindow(image.Height, operation.OptionInt(4), operation.OptionInt(StrideY), 1);
        var x = new SlidingWindow(image.Width, operation.OptionInt(3), operation.OptionInt(StrideX), 1);
        string pooled = context.Onnx.Node("MaxPool", [context.Nchw(operation.Input(0))], SlidingWindow.Attributes(operation, y, x));
        context.DefineNchw(operation.Output, ElementwiseEmitter.Activate(context, pooled, operation.OptionActivation(5)));
    }

    private static void Convolve(ExportContext context, TfliteOperator operation, Layer layer)
    {
        var image = context.Image(operation.Input(0));
        int dilationX = operation.OptionInt(layer.DilationX, absent: 1);
        int dilationY = operation.OptionInt(layer.DilationX + 1, absent: 1);
        var y = new SlidingWindow(image.Height, layer.Kernel.Height, operation.OptionInt(StrideY), dilationY);
        var x = new SlidingWindow(image.Width, layer.Kernel.Width, operation.OptionInt(StrideX), dilationX);
        OnnxAttribute[] attributes = [OnnxAttribute.Int("group", layer.Groups), .. SlidingWindow.Attributes(operation, y, x)];
        string[] inputs = [context.Nchw(operation.Input(0)), .. Parameters(context, operation, layer.Kernel)];
        string result = context.Onnx.Node("Conv", inputs, attributes);
        context.DefineNchw(operation.Output, ElementwiseEmitter.Activate(context, result, operation.OptionActivation(layer.Activation)));
    }

    /// <summary>The names of the weights as <c>[out, in, height, width]</c> and of the bias, if there is one.</summary>
    private static IEnumerable<string> Parameters(ExportContext context, TfliteOperator operation, ImageShape kernel)
    {
        float[] weights = TensorOrder.Permute(context.Floats(operation.Input(1)), context.Image(operation.Input(1)));
        yield return context.Onnx.Constant(weights, kernel.Batch, kernel.Channels, kernel.Height, kernel.Width);
        if (operation.OptionalInput(2) is int bias)
        {
            yield return context.Onnx.Constant(context.Floats(bias), kernel.Batch);
        }
    }

    /// <param name="Kernel">Batch is the number of outputs, Channels the number of inputs to each.</param>
    /// <param name="Groups">The number of groups of channels.</param>
    /// <param name="DilationX">Number of the field; the field for y follows it.</param>
    /// <param name="Activation">Number of the field.</param>
    private readonly record struct Layer(ImageShape Kernel, int Groups, int DilationX, int Activation);
}
