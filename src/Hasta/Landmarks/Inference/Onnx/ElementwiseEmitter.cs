using Hasta.Landmarks.Inference.Tflite;

namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>Operators that treat each number alone; they keep the order their input is in.</summary>
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

    /// <summary>The slopes, one a channel or one a number, broadcast against a picture.</summary>
    public static void Prelu(ExportContext context, TfliteOperator operation)
    {
        int input = operation.Input(0);
        context.Image(input);
        string slopes = context.Nchw(operation.Input(1));
        context.DefineNchw(operation.Output, context.Onnx.Node("PRelu", [context.Nchw(input), slopes]));
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
