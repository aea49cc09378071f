using System.Numerics.Tensors;
using Hasta.Landmarks.Inference.Onnx;

namespace Hasta.Recognition.Onnx;

/// <summary>Stores matrices in a graph as float32, float16 or int8.</summary>
internal sealed class MatrixWriter(OnnxGraph graph, WeightFormat format)
{
    /// <summary>A matrix in the file's format.</summary>
    /// <param name="values">Row-major.</param>
    /// <param name="axis">The dimension with one scale per index, if the format has scales.</param>
    /// <param name="shape">The shape of the values.</param>
    /// <returns>The name of its float32 values.</returns>
    public string Write(ReadOnlySpan<float> values, int axis, ReadOnlySpan<int> shape) => format switch
    {
        WeightFormat.Half => graph.Node(
            "Cast", [graph.Constant(ToHalf(values), shape)], OnnxAttribute.Int("to", (long)OnnxElement.Float)),
        WeightFormat.Quantized => Quantized(QuantizedMatrix.Quantize(values, axis, shape), axis, shape),
        _ => graph.Constant(values, shape),
    };

    private string Quantized(QuantizedMatrix matrix, int axis, ReadOnlySpan<int> shape) => graph.Node(
        "DequantizeLinear",
        [
            graph.Constant(matrix.Values, shape),
            graph.Constant(matrix.Scales, matrix.Scales.Length),
            graph.Constant(new sbyte[matrix.Scales.Length], matrix.Scales.Length),
        ],
        OnnxAttribute.Int("axis", axis));

    private static Half[] ToHalf(ReadOnlySpan<float> values)
    {
        var halves = new Half[values.Length];
        TensorPrimitives.ConvertToHalf(values, halves);
        return halves;
    }
}
