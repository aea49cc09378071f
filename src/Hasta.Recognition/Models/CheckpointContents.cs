namespace Hasta.Recognition.Models;

/// <summary>A checkpoint in .NET's memory.</summary>
/// <param name="Config">Its settings.</param>
/// <param name="Vocabulary">Its glosses, in the order of the logits.</param>
/// <param name="Weights">Each tensor's name to its shape and its row-major values.</param>
internal sealed record CheckpointContents(CheckpointConfig Config, Vocabulary Vocabulary, IReadOnlyDictionary<string, (long[] Shape, float[] Values)> Weights)
{
    /// <summary>Trained numbers: all but the statistics of norms.</summary>
    public long ParameterCount => Weights.Where(pair => !pair.Key.Contains(".running_", StringComparison.Ordinal)).Sum(pair => (long)pair.Value.Values.Length);
}
