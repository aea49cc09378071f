using System.Runtime.CompilerServices;

namespace Hasta.Landmarks.Inference.Tflite;

/// <summary>Visits the leaves of a sparse tensor's tree in storage order and copies each value to its dense position.</summary>
/// <remarks>Millions of leaves are visited once per process, before the runtime would have optimized the code by itself.</remarks>
internal sealed class SparseWalk
{
    private readonly SparseLayout layout;
    private readonly float[] dense;
    private readonly int[] coordinates;
    private readonly int[] blockSizes;
    private int used;

    /// <summary>Fills <paramref name="dense"/>, which is row-major in the layout's shape and initially zero.</summary>
    public SparseWalk(SparseLayout layout, float[] dense)
    {
        this.layout = layout;
        this.dense = dense;
        coordinates = new int[layout.Levels.Length];
        blockSizes = [.. Enumerable.Range(0, layout.BlockMap.Length).Select(layout.BlockSize)];
    }

    /// <exception cref="InvalidDataException">There are more or fewer values than leaves, or a leaf is outside the shape.</exception>
    public void Expand(ReadOnlySpan<float> values)
    {
        Visit(level: 0, node: 0, values);
        if (used != values.Length)
        {
            throw new InvalidDataException($"a sparse tensor has {values.Length} values for {used} positions.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Visit(int level, long node, ReadOnlySpan<float> values)
    {
        if (level == layout.Levels.Length)
        {
            Store(values);
            return;
        }

        var metadata = layout.Levels[level];
        var (first, end) = metadata.Children(node);
        for (long child = first; child < end; child++)
        {
            coordinates[level] = metadata.Coordinate(node, child);
            Visit(level + 1, child, values);
        }
    }

    private void Store(ReadOnlySpan<float> values)
    {
        if (used == values.Length)
        {
            throw new InvalidDataException("a sparse tensor has fewer values than positions.");
        }

        dense[Offset()] = values[used++];
    }

    /// <summary>Whole blocks first, then the position inside each block; row-major in the dense shape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Offset()
    {
        int rank = layout.Shape.Length;
        Span<long> indices = stackalloc long[rank];
        for (int level = 0; level < coordinates.Length; level++)
        {
            int dimension = layout.TraversalOrder[level];
            if (dimension < rank)
            {
                indices[dimension] = coordinates[level];
            }
        }

        for (int level = 0; level < coordinates.Length; level++)
        {
            int block = layout.TraversalOrder[level] - rank;
            if (block >= 0)
            {
                ref long index = ref indices[layout.BlockMap[block]];
                index = (index * blockSizes[block]) + coordinates[level];
            }
        }

        return Flatten(indices);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Flatten(ReadOnlySpan<long> indices)
    {
        int offset = 0;
        for (int dimension = 0; dimension < indices.Length; dimension++)
        {
            if (indices[dimension] < 0 || indices[dimension] >= layout.Shape[dimension])
            {
                throw new InvalidDataException("a sparse tensor has a value outside its shape.");
            }

            offset = (offset * layout.Shape[dimension]) + (int)indices[dimension];
        }

        return offset;
    }
}
