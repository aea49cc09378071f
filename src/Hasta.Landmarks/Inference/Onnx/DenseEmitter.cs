using Hasta.Landmarks.Inference.Tflite;

namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>Operators that combine all numbers of an image.</summary>
internal static class DenseEmitter
{
    /// <summary>The mean over height and width, the only one that these models use.</summary>
    public static void Mean(ExportContext context, TfliteOperator operation)
    {
        int input = operation.Input(0);
        context.Image(input);
        int[] axes = context.Ints(operation.Input(1));
        if (!axes.Order().SequenceEqual([1, 2]))
        {
            throw operation.Error($"has the axes [{string.Join(", ", axes)}]");
        }

        bool keepsDimensions = operation.OptionBool(0);
        OnnxAttribute[] attributes = [OnnxAttribute.Ints("axes", 2, 3), OnnxAttribute.Int("keepdims", keepsDimensions ? 1 : 0)];
        string mean = context.Onnx.Node("ReduceMean", [context.Nchw(input)], attributes);
        if (keepsDimensions)
        {
            context.DefineNchw(operation.Output, mean);
        }
        else
        {
            context.DefineNhwc(operation.Output, mean);
        }
    }

    /// <summary>
    /// Weights <c>[out, in]</c>. Fields of FullyConnectedOptions: 0 activation, 1 weights_format; the output's own shape determines whether
    /// the other dimensions are kept.
    /// </summary>
    public static void FullyConnected(ExportContext context, TfliteOperator operation)
    {
        int input = operation.Input(0);
        int[] shape = context.Shape(operation.Input(1));
        int count = TfliteTensor.Count(context.Shape(input));
        if (shape.Length != 2 || count % shape[1] != 0 || operation.OptionByte(1) != 0)
        {
            throw operation.Error($"has the weights [{string.Join(", ", shape)}] for {count} numbers");
        }

        string rows = context.Onnx.Node("Reshape", [context.Nhwc(input), context.Onnx.Constant(count / shape[1], shape[1])]);
        string[] bias = operation.OptionalInput(2) is int tensor ? [context.Nhwc(tensor)] : [];
        string product = context.Onnx.Node("Gemm", [rows, context.Nhwc(operation.Input(1)), .. bias], OnnxAttribute.Int("transB", 1));
        string active = ElementwiseEmitter.Activate(context, product, operation.OptionActivation(0));
        string target = context.Onnx.Constant(Array.ConvertAll(context.Shape(operation.Output), size => (long)size));
        context.DefineNhwc(operation.Output, context.Onnx.Node("Reshape", [active, target]));
    }
}
