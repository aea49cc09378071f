namespace Hasta.Landmarks.Inference.Tflite;

/// <summary>One value of the graph; images are <c>[batch, height, width, channel]</c>.</summary>
internal sealed record TfliteTensor
{
    public required string Name { get; init; }

    public required int[] Shape { get; init; }

    public required TensorType Type { get; init; }

    /// <summary>The bytes of a constant, little-endian; empty if the tensor is computed at run time.</summary>
    public required ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>The layout of a sparse constant's values; null if they are dense.</summary>
    public required SparseLayout? Sparsity { get; init; }

    public bool IsConstant => !Data.IsEmpty;

    /// <summary>The number of elements of a shape, at most 2^26.</summary>
    /// <exception cref="InvalidDataException">A size is below 1, or there are more than 2^26 elements.</exception>
    public static int Count(ReadOnlySpan<int> shape)
    {
        long count = 1;
        foreach (int size in shape)
        {
            count *= size;
            if (size < 1 || count > 1 << 26)
            {
                throw new InvalidDataException($"a tensor has the shape [{string.Join(", ", shape.ToArray())}].");
            }
        }

        return (int)count;
    }
}
