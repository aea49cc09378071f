using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hasta.Landmarks.Inference.Tflite;

/// <summary>Decodes the bytes of a constant tensor.</summary>
internal static class ConstantReader
{
    /// <summary>Reads float32, or float16 widened exactly; sparse constants are expanded to their shape.</summary>
    /// <exception cref="InvalidDataException">
    /// The tensor is not a constant, has another type, or its length does not match its shape.
    /// </exception>
    public static float[] Floats(TfliteTensor tensor)
    {
        float[] values = tensor.Type switch
        {
            TensorType.Float32 => Cast<float>(tensor).ToArray(),
            TensorType.Float16 => Widen(Cast<Half>(tensor)),
            _ => throw new InvalidDataException($"the constant {tensor.Name} is {tensor.Type} instead of floating point."),
        };
        float[] dense = tensor.Sparsity?.Densify(values) ?? values;
        return dense.Length == TfliteTensor.Count(tensor.Shape)
            ? dense
            : throw new InvalidDataException(
                $"the constant {tensor.Name} has {dense.Length} values for the shape [{string.Join(", ", tensor.Shape)}].");
    }

    /// <exception cref="InvalidDataException">The tensor is not a constant list of int32.</exception>
    public static int[] Ints(TfliteTensor tensor) => tensor.Type == TensorType.Int32
        ? Cast<int>(tensor).ToArray()
        : throw new InvalidDataException($"the constant {tensor.Name} is {tensor.Type} instead of {TensorType.Int32}.");

    private static ReadOnlySpan<T> Cast<T>(TfliteTensor tensor)
        where T : unmanaged
    {
        int size = Unsafe.SizeOf<T>();
        return tensor.Data.Length > 0 && tensor.Data.Length % size == 0
            ? MemoryMarshal.Cast<byte, T>(tensor.Data.Span)
            : throw new InvalidDataException($"{tensor.Name} should be a constant, but has {tensor.Data.Length} bytes.");
    }

    /// <summary>Runs over millions of values before the runtime would have optimized it by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float[] Widen(ReadOnlySpan<Half> values)
    {
        float[] wide = new float[values.Length];
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] = (float)values[i];
        }

        return wide;
    }
}
