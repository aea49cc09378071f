using Hasta.Recognition.Enrollment;

namespace Hasta.Recognition.Models;

/// <summary>A checkpoint in managed memory.</summary>
/// <param name="Config">Its settings.</param>
/// <param name="Vocabulary">Its glosses, in the order of the logits.</param>
/// <param name="Weights">Shape and row-major values of each tensor, by name.</param>
internal sealed record CheckpointContents(
    CheckpointConfig Config, Vocabulary Vocabulary, IReadOnlyDictionary<string, (long[] Shape, float[] Values)> Weights)
{
    /// <summary>By gloss; empty if nothing was measured.</summary>
    public IReadOnlyDictionary<string, GlossStatistics> Statistics { get; init; } = new Dictionary<string, GlossStatistics>();

    /// <summary>For enrolled signs and signs of one signer; null in a checkpoint that was made without.</summary>
    public KnownSigns? Signs { get; init; }

    /// <summary>Number of trained parameters: all values except the running statistics of batch norms.</summary>
    public long ParameterCount => Weights
        .Where(pair => !pair.Key.Contains(".running_", StringComparison.Ordinal))
        .Sum(pair => (long)pair.Value.Values.Length);
}
