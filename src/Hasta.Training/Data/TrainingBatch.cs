namespace Hasta.Training.Data;

/// <summary>The clips of one optimiser step, augmented, on the processor.</summary>
/// <param name="Features">Of all clips.</param>
/// <param name="Glosses">Each clip's gloss's place in the vocabulary.</param>
internal sealed record TrainingBatch(FeatureBatch Features, long[] Glosses) : IDisposable
{
    public int Count => Glosses.Length;

    /// <summary>Parts of nearly the same size, none larger than <paramref name="most"/> where <paramref name="fewest"/> allows it.</summary>
    /// <param name="most">Clips, 1 or more.</param>
    /// <param name="fewest">Clips that the network needs at a time, 1 or more.</param>
    /// <returns>Where each begins and how many clips it has.</returns>
    public IEnumerable<(int Start, int Count)> MicroBatches(int most, int fewest)
    {
        int parts = MicroBatchCount(most, fewest);
        return Enumerable.Range(0, parts).Select(part => (Start: part * Count / parts, End: (part + 1) * Count / parts)).Select(part => (part.Start, part.End - part.Start));
    }

    /// <summary>Clips of the largest of the <see cref="MicroBatches"/>.</summary>
    public int MaxMicroBatch(int most, int fewest) => (Count + MicroBatchCount(most, fewest) - 1) / MicroBatchCount(most, fewest);

    public void Dispose() => Features.Dispose();

    private int MicroBatchCount(int most, int fewest) => Math.Clamp((int)Math.Ceiling(Count / (double)most), 1, Math.Max(1, Count / fewest));
}
