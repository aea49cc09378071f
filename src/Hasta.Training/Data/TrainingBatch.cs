namespace Hasta.Training.Data;

/// <summary>The augmented clips of one optimizer step, on the CPU.</summary>
/// <param name="Features">Features of all clips.</param>
/// <param name="Glosses">Vocabulary index of each clip's gloss.</param>
internal sealed record TrainingBatch(FeatureBatch Features, long[] Glosses) : IDisposable
{
    public int Count => Glosses.Length;

    /// <summary>
    /// Splits the batch into micro-batches of nearly equal size, none larger than <paramref name="max"/> unless <paramref name="min"/>
    /// requires it.
    /// </summary>
    /// <param name="max">Maximum number of clips, at least 1.</param>
    /// <param name="min">Minimum number of clips that the network needs, at least 1.</param>
    /// <returns>First clip and number of clips of each.</returns>
    public IEnumerable<(int Start, int Count)> MicroBatches(int max, int min)
    {
        int count = MicroBatchCount(max, min);
        return Enumerable.Range(0, count)
            .Select(index => (Start: index * Count / count, End: (index + 1) * Count / count))
            .Select(range => (range.Start, range.End - range.Start));
    }

    /// <summary>Number of clips in the largest of the <see cref="MicroBatches"/>.</summary>
    public int MaxMicroBatch(int max, int min) => (Count + MicroBatchCount(max, min) - 1) / MicroBatchCount(max, min);

    public void Dispose() => Features.Dispose();

    private int MicroBatchCount(int max, int min) => Math.Clamp((int)Math.Ceiling(Count / (double)max), 1, Math.Max(1, Count / min));
}
