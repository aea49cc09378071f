namespace Hasta.Landmarks.Inference.Tflite;

/// <summary>One level of the tree in which a sparse tensor is stored (DimensionMetadata of schema.fbs).</summary>
/// <param name="DenseSize">The number of children of each node where the level is dense.</param>
/// <param name="Segments">Null where the level is dense; else node n's children are entries n to n + 1 of this list.</param>
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
        return level.IsConsistent() ? level : throw new InvalidDataException("a sparse tensor's dimension is damaged.");
    }

    /// <summary>The children of a node: the first one's position on this level, and one behind the last.</summary>
    /// <exception cref="InvalidDataException">There is no such node.</exception>
    public (long First, long End) Children(long node) => Segments is null
        ? (node * DenseSize, (node + 1) * DenseSize)
        : node < Segments.Length - 1 ? (Segments[node], Segments[node + 1])
        : throw new InvalidDataException("a sparse tensor's segments are too few.");

    /// <summary>Where the child lies along this level's dimension.</summary>
    public int Coordinate(long node, long child) => Segments is null ? (int)(child - (node * DenseSize)) : Indices[child];

    // Rising segments bound the walk: no entry is visited twice.
    private bool IsConsistent() => Segments is null
        ? DenseSize > 0
        : Segments.Length > 0 && Segments[0] >= 0 && Segments[^1] <= Indices.Length
            && Segments.Zip(Segments.Skip(1)).All(pair => pair.First <= pair.Second);

    /// <summary>The union SparseIndexVector: its type, then its table.</summary>
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
