using Hasta.Landmarks.Inference.Tflite;

namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>Operators that rearrange numbers without changing them.</summary>
internal static class ShapeEmitter
{
    /// <summary>The new shape is that of the output, which is already computed in the file.</summary>
    public static void Reshape(ExportContext context, TfliteOperator operation)
    {
        int input = operation.Input(0);
        int[] shape = context.Shape(operation.Output);
        if (TfliteTensor.Count(shape) != TfliteTensor.Count(context.Shape(input)))
        {
            throw operation.Error($"turns [{string.Join(", ", context.Shape(input))}] into [{string.Join(", ", shape)}]");
        }

        string target = context.Onnx.Constant(Array.ConvertAll(shape, size => (long)size));
        context.DefineNhwc(operation.Output, context.Onnx.Node("Reshape", [context.Nhwc(input), target]));
    }

    public static void Concatenation(ExportContext context, TfliteOperator operation)
    {
        int rank = context.Shape(operation.Input(0)).Length;
        int axis = Axis(operation, operation.OptionInt(0), rank);
        int[] inputs = [.. Enumerable.Range(0, operation.Inputs.Length).Select(operation.Input)];
        var activation = operation.OptionActivation(1);
        if (rank == 4 && Array.Exists(inputs, context.IsNchw))
        {
            var nchwAxis = OnnxAttribute.Int("axis", TensorOrder.Axis(axis));
            string joined = context.Onnx.Node("Concat", Array.ConvertAll(inputs, context.Nchw), nchwAxis);
            context.DefineNchw(operation.Output, ElementwiseEmitter.Activate(context, joined, activation));
        }
        else
        {
            string joined = context.Onnx.Node("Concat", Array.ConvertAll(inputs, context.Nhwc), OnnxAttribute.Int("axis", axis));
            context.DefineNhwc(operation.Output, ElementwiseEmitter.Activate(context, joined, activation));
        }
    }

    /// <summary>Zeros around an image: the second input is <c>[4, 2]</c>, before and after each dimension.</summary>
    public static void Pad(ExportContext context, TfliteOperator operation)
    {
        int input = operation.Input(0);
        int[] pads = context.Ints(operation.Input(1));
        context.Image(input);
        if (pads.Length != 8 || Array.Exists(pads, pad => pad is < 0 or > 4096))
        {
            throw operation.Error($"has the pads [{string.Join(", ", pads)}]");
        }

        string amounts = context.Onnx.Constant(pads[0], pads[6], pads[2], pads[4], pads[1], pads[7], pads[3], pads[5]);
        context.DefineNchw(operation.Output, context.Onnx.Node("Pad", [context.Nchw(input), amounts]));
    }

    /// <summary>Fields of StridedSliceOptions: 0 begin_mask, 1 end_mask; masks that change the rank are rejected.</summary>
    public static void StridedSlice(ExportContext context, TfliteOperator operation)
    {
        int input = operation.Input(0);
        int rank = context.Shape(input).Length;
        int[][] bounds = [context.Ints(operation.Input(1)), context.Ints(operation.Input(2)), context.Ints(operation.Input(3))];
        if (Array.Exists(bounds, list => list.Length != rank) || Array.Exists(bounds[2], step => step < 1))
        {
            throw operation.Error("has bounds that do not fit its input");
        }

        RejectOtherMasks(operation);
        long[] starts = ApplyMask(operation.OptionInt(0), bounds[0], 0);
        long[] ends = ApplyMask(operation.OptionInt(1), bounds[1], long.MaxValue);
        Slice(context, operation, new Bounds(starts, ends, Array.ConvertAll(bounds[2], step => (long)step)));
    }

    private static void Slice(ExportContext context, TfliteOperator operation, Bounds bounds)
    {
        int input = operation.Input(0);
        bool nchw = context.IsNchw(input);
        long[] axes = [.. Enumerable.Range(0, bounds.Starts.Length).Select(axis => (long)(nchw ? TensorOrder.Axis(axis) : axis))];
        string[] lists = [.. new[] { bounds.Starts, bounds.Ends, axes, bounds.Steps }.Select(list => context.Onnx.Constant(list))];
        string value = nchw ? context.Nchw(input) : context.Nhwc(input);
        string slice = context.Onnx.Node("Slice", [value, .. lists]);
        if (nchw)
        {
            context.DefineNchw(operation.Output, slice);
        }
        else
        {
            context.DefineNhwc(operation.Output, slice);
        }
    }

    private static void RejectOtherMasks(TfliteOperator operation)
    {
        if (operation.OptionInt(2) != 0 || operation.OptionInt(3) != 0 || operation.OptionInt(4) != 0 || operation.OptionBool(5))
        {
            throw operation.Error("has an ellipsis, new-axis or shrink-axis mask, or ends as offsets");
        }
    }

    private static long[] ApplyMask(int mask, int[] values, long masked) =>
        [.. values.Select((value, axis) => (mask & (1 << axis)) != 0 ? masked : value)];

    private static int Axis(TfliteOperator operation, int axis, int rank) => axis >= -rank && axis < rank
        ? (axis + rank) % rank
        : throw operation.Error($"has the axis {axis}");

    private readonly record struct Bounds(long[] Starts, long[] Ends, long[] Steps);
}
