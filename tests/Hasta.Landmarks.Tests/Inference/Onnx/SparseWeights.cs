namespace Hasta.Landmarks.Tests.Inference.Onnx;

/// <summary>A constant as a tree with one level per dimension; see SparsityParameters in TensorFlow Lite's schema.fbs.</summary>
internal sealed record SparseWeights
{
    /// <summary>The stored values, in the order of the tree's leaves.</summary>
    public required float[] Values { get; init; }

    public required int[] Shape { get; init; }

    /// <summary>The dimension of each level; values from the rank upwards are blocks.</summary>
    public required int[] Order { get; init; }

    /// <summary>The dimension that each block subdivides.</summary>
    public int[] BlockMap { get; init; } = [];

    public required Level[] Levels { get; init; }

    /// <summary>Dense with a size, or sparse with segments and indices.</summary>
    public sealed record Level(int Size, int[] Segments, int[] Indices)
    {
        public static Level Dense(int size) => new(size, [], []);

        public static Level Sparse(int[] segments, int[] indices) => new(0, segments, indices);
    }
}
