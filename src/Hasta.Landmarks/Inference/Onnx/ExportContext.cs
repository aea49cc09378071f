using Hasta.Landmarks.Inference.Tflite;

namespace Hasta.Landmarks.Inference.Onnx;

/// <summary>
/// The state that emitters share: the source graph, the target graph, and the name and dimension order of each source tensor in the target.
/// An image exists as NCHW, NHWC or both; a Transpose adds the second order when it is first requested.
/// </summary>
internal sealed class ExportContext(TfliteGraph source, OnnxGraph onnx)
{
    private readonly Dictionary<int, string> nhwc = [];
    private readonly Dictionary<int, string> nchw = [];
    private readonly Dictionary<int, float[]> folded = [];

    public OnnxGraph Onnx => onnx;

    public int[] Shape(int tensor) => source.Tensors[tensor].Shape;

    public ImageShape Image(int tensor) => ImageShape.From(Shape(tensor));

    /// <summary>True if the tensor is available as NCHW without a Transpose.</summary>
    public bool IsNchw(int tensor) => nchw.ContainsKey(tensor);

    public void DefineNchw(int tensor, string name) => nchw[tensor] = name;

    /// <summary>For NHWC and for everything that is not an image.</summary>
    public void DefineNhwc(int tensor, string name) => nhwc[tensor] = name;

    /// <summary>Records that a tensor has these constant values, so that no node is needed.</summary>
    public void Fold(int tensor, float[] values) => folded[tensor] = values;

    /// <summary>The tensor's ONNX name in the order of the .tflite file.</summary>
    public string Nhwc(int tensor)
    {
        if (!nhwc.TryGetValue(tensor, out string? name))
        {
            name = nchw.TryGetValue(tensor, out string? other)
                ? onnx.Node("Transpose", [other], TensorOrder.ToNhwc)
                : onnx.Constant(Floats(tensor), Shape(tensor));
            nhwc[tensor] = name;
        }

        return name;
    }

    /// <summary>The image's ONNX name as NCHW.</summary>
    public string Nchw(int tensor)
    {
        if (!nchw.TryGetValue(tensor, out string? name))
        {
            name = IsConstant(tensor) ? NchwConstant(tensor) : NchwOfNhwc(tensor);
            nchw[tensor] = name;
        }

        return name;
    }

    /// <summary>A constant's values as float32, row-major in its shape, regardless of its storage.</summary>
    /// <exception cref="InvalidDataException">It is computed at run time, or its bytes do not match its shape.</exception>
    public float[] Floats(int tensor)
    {
        if (!folded.TryGetValue(tensor, out float[]? values))
        {
            values = ConstantReader.Floats(source.Tensors[tensor]);
            folded[tensor] = values;
        }

        return values;
    }

    /// <summary>A constant list of int32.</summary>
    /// <exception cref="InvalidDataException">It is computed at run time or of another type.</exception>
    public int[] Ints(int tensor) => ConstantReader.Ints(source.Tensors[tensor]);

    private bool IsConstant(int tensor) => folded.ContainsKey(tensor) || source.Tensors[tensor].IsConstant;

    private string NchwOfNhwc(int tensor)
    {
        Image(tensor);
        return onnx.Node("Transpose", [Nhwc(tensor)], TensorOrder.ToNchw);
    }

    private string NchwConstant(int tensor)
    {
        int[] shape = Shape(tensor);
        // Broadcasting prepends ones to a shape, even though ONNX orders the dimensions differently.
        int[] padded = [.. Enumerable.Repeat(1, Math.Max(0, 4 - shape.Length)), .. shape];
        var image = ImageShape.From(padded);
        return onnx.Constant(TensorOrder.Permute(Floats(tensor), image), image.Batch, image.Channels, image.Height, image.Width);
    }
}
