namespace Hasta.Landmarks.Inference.Tflite;

/// <summary>
/// SparsityParameters of TensorFlow Lite's schema.fbs: values stored as a tree with one level per dimension, in traversal order, where
/// dimensions may be divided into dense blocks. Level i is dimension <c>TraversalOrder[i]</c>; numbers from the rank upwards are blocks,
/// and block b subdivides dimension <c>BlockMap[b]</c>.
/// </summary>
internal sealed record SparseLayout
{
    public required int[] Shape { get; init; }

    public required int[] TraversalOrder { get; init; }

    public required int[] BlockMap { get; init; }

    public required SparseLevel[] Levels { get; init; }

    /// <exception cref="InvalidDataException">The fields are inconsistent with each other or with the shape.</exception>
    public static SparseLayout Read(FlatTable table, int[] shape)
    {
        var layout = new SparseLayout
        {
            Shape = shape,
            TraversalOrder = table.Ints(0),
            BlockMap = table.Ints(1),
            Levels = Array.ConvertAll(table.Tables(2), SparseLevel.Read),
        };
        return layout.IsConsistent() ? layout : throw new InvalidDataException("a sparse tensor's layout is inconsistent.");
    }

    /// <summary>Expands the stored values to the dense shape; values that are not stored are 0.</summary>
    /// <exception cref="InvalidDataException">The layout exceeds the tensor, or requires another number of values.</exception>
    public float[] Densify(ReadOnlySpan<float> values)
    {
        float[] dense = new float[TfliteTensor.Count(Shape)];
        var walk = new SparseWalk(this, dense);
        walk.Expand(values);
        return dense;
    }

    /// <summary>The number of elements in a block of dimension <paramref name="block"/> of the block map.</summary>
    public int BlockSize(int block) => Levels[Array.IndexOf(TraversalOrder, Shape.Length + block)].DenseSize;

    private bool IsConsistent() =>
        TraversalOrder.Length == Shape.Length + BlockMap.Length
        && Levels.Length == TraversalOrder.Length
        && TraversalOrder.Order().SequenceEqual(Enumerable.Range(0, TraversalOrder.Length))
        && Array.TrueForAll(BlockMap, dimension => dimension >= 0 && dimension < Shape.Length)
        && Enumerable.Range(0, BlockMap.Length).All(block => BlockSize(block) > 0);
}
