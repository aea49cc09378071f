using Hasta.Landmarks.Inference.Tflite;

namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>Operators on each number separately; they keep the dimension order of their input.</summary>
internal static class ElementwiseEmitter
{
    public static void Relu(ExportContext context, TfliteOperator operation) =>
        Unary(context, operation, value => Activate(context, value, FusedActivation.Relu));

    public static void Relu6(ExportContext context, TfliteOperator operation) =>
        Unary(context, operation, value => Activate(context, value, FusedActivation.Relu6));

    public static void Logistic(ExportContext context, TfliteOperator operation) =>
        Unary(context, operation, value => context.Onnx.Node("Sigmoid", [value]));

    public static void Add(ExportContext context, TfliteOperator operation)
    {
        int left = operation.Input(0);
        int right = operation.Input(1);
        var activation = operation.OptionActivation(0);
        if (context.IsNchw(left) || context.IsNchw(right))
        {
            string sum = context.Onnx.Node("Add", [context.Nchw(left), context.Nchw(right)]);
            context.DefineNchw(operation.Output, Activate(context, sum, activation));
        }
        else
        {
            string sum = context.Onnx.Node("Add", [context.Nhwc(left), context.Nhwc(right)]);
            context.DefineNhwc(operation.Output, Activate(context, sum, activation));
        }
    }

    /// <summary>Broadcasts the slopes, one per channel or one per number, against an image.</summary>
    public static void Prelu(ExportContext context, TfliteOperator operation)
    {
        string input = context.Nchw(operation.Input(0));
        float[] slopes = context.Floats(operation.Input(1));
        context.DefineNchw(operation.Output, slopes.Length == context.Image(operation.Input(0)).Channels
            ? PreluByChannel(context.Onnx, input, slopes)
            : context.Onnx.Node("PRelu", [input, context.Nchw(operation.Input(1))]));
    }

    /// <summary>
    /// <c>max(x, 0) + -slope max(-x, 0)</c>, which is bit-identical because one of the terms is 0, from operators that ONNX Runtime
    /// supports in its blocked layout. Its PRelu is not vectorized and requires leaving that layout; face, palms and re-crop take half the
    /// time this way.
    /// </summary>
    private static string PreluByChannel(OnnxGraph onnx, string input, float[] slopes)
    {
        string negative = onnx.Node("Relu", [Scale(input, Array.ConvertAll(slopes, _ => -1f))]);
        return onnx.Node("Add", [Scale(negative, Array.ConvertAll(slopes, slope => -slope)), onnx.Node("Relu", [input])]);

        string Scale(string image, float[] factors) =>
            onnx.Node("Conv", [image, onnx.Constant(factors, factors.Length, 1, 1, 1)], OnnxAttribute.Int("group", factors.Length));
    }

    /// <returns>The name of the activated value.</returns>
    public static string Activate(ExportContext context, string value, FusedActivation activation) => activation switch
    {
        FusedActivation.None => value,
        FusedActivation.Relu => context.Onnx.Node("Relu", [value]),
        FusedActivation.Relu6 => context.Onnx.Node("Clip", [value, context.Onnx.Scalar(0), context.Onnx.Scalar(6)]),
        _ => throw new InvalidDataException($"the activation {activation} has no emitter."),
    };

    private static void Unary(ExportContext context, TfliteOperator operation, Func<string, string> emit)
    {
        int input = operation.Input(0);
        if (context.IsNchw(input))
        {
            context.DefineNchw(operation.Output, emit(context.Nchw(input)));
        }
        else
        {
            context.DefineNhwc(operation.Output, emit(context.Nhwc(input)));
        }
    }
}
