namespace Hasta.Landmarks.Inference.Tflite;

/// <summary>One level of the tree in which a sparse tensor is stored (DimensionMetadata of schema.fbs).</summary>
/// <param name="DenseSize">The number of children of each node if the level is dense.</param>
/// <param name="Segments">Null if the level is dense; otherwise entries n and n + 1 bound the children of node n.</param>
/// <param name="Indices">The coordinate of each child of a sparse level.</param>
internal sealed record SparseLevel(int DenseSize, int[]? Segments, int[] Indices)
{
    public static SparseLevel Read(FlatTable table)
    {
        var level = table.Byte(0) switch
        {
            0 => new SparseLevel(table.Int(1), null, []),
            1 => new SparseLevel(0, ReadIndices(table, 2), ReadIndices(table, 4)),
            int format => throw new InvalidDataException($"a sparse tensor has the dimension format {format}."),
        };
        return level.IsConsistent() ? level : throw new InvalidDataException("a sparse tensor's dimension is corrupt.");
    }

    /// <summary>The children of a node: the position of the first on this level, and one past the last.</summary>
    /// <exception cref="InvalidDataException">There is no such node.</exception>
    public (long First, long End) Children(long node) => Segments is null
        ? (node * DenseSize, (node + 1) * DenseSize)
        : node < Segments.Length - 1 ? (Segments[node], Segments[node + 1])
        : throw new InvalidDataException("a sparse tensor has too few segments.");

    /// <summary>The coordinate of the child along this level's dimension.</summary>
    public int Coordinate(long node, long child) => Segments is null ? (int)(child - (node * DenseSize)) : Indices[child];

    // Ascending segments bound the traversal: no entry is visited twice.
    private bool IsConsistent() => Segments is null
        ? DenseSize > 0
        : Segments.Length > 0 && Segments[0] >= 0 && Segments[^1] <= Indices.Length
            && Segments.Zip(Segments.Skip(1)).All(pair => pair.First <= pair.Second);

    /// <summary>Reads the union SparseIndexVector: its type, then its table.</summary>
    private static int[] ReadIndices(FlatTable table, int field)
    {
        var values = table.RequiredTable(field + 1);
        return table.Byte(field) switch
        {
            1 => values.Ints(0),
            2 => values.Ushorts(0),
            3 => Array.ConvertAll(values.Bytes(0).ToArray(), value => (int)value),
            int type => throw new InvalidDataException($"a sparse tensor has indices of the type {type}."),
        };
    }
}
