using System.Numerics.Tensors;

namespace Hasta.Recognition;

/// <summary>
/// A clip as a point on the unit sphere: what the frames have in common inside the network, weighed so that takes of one sign are close
/// together, also of signs that the model was not trained on. Only embeddings of the same model can be compared.
/// </summary>
public sealed class SignEmbedding
{
    private readonly float[] values;

    /// <param name="values">The coordinates, for example from a file; scaled to length 1 unless all are 0.</param>
    /// <exception cref="ArgumentException">A value is not finite, or too large.</exception>
    public SignEmbedding(ReadOnlySpan<float> values)
    {
        float norm = TensorPrimitives.Norm(values);
        if (!float.IsFinite(norm))
        {
            throw new ArgumentException("The values of an embedding must be finite.", nameof(values));
        }

        this.values = new float[values.Length];
        TensorPrimitives.Divide(values, norm == 0 ? 1 : norm, this.values);
    }

    /// <param name="embeddings">Embeddings of one model, at least one.</param>
    /// <returns>The direction of their mean.</returns>
    internal static SignEmbedding Mean(IReadOnlyCollection<SignEmbedding> embeddings)
    {
        float[] sum = new float[embeddings.First().values.Length];
        foreach (SignEmbedding embedding in embeddings)
        {
            TensorPrimitives.Add(sum, embedding.Values, sum);
        }

        return new SignEmbedding(sum);
    }

    /// <summary>The coordinates; their squares add up to 1. 256 of them for the shipped model.</summary>
    public ReadOnlySpan<float> Values => values;

    /// <param name="other">The embedding of another clip by the same model.</param>
    /// <returns>The cosine of the angle between them: 1 for the same direction, down to -1.</returns>
    /// <exception cref="ArgumentException">The other embedding has another width, so it is of another model.</exception>
    public double Similarity(SignEmbedding other) => TensorPrimitives.Dot(Values, other.Values);
}
