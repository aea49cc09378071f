using Hasta.Features;

namespace Hasta.Training;

/// <summary>The clips of one optimiser step, augmented, still as plain numbers.</summary>
/// <param name="Features">Clip by clip.</param>
/// <param name="Glosses">Each clip's gloss's place in the vocabulary.</param>
internal sealed record TrainingBatch(FeatureSequence[] Features, long[] Glosses)
{
    public int Count => Features.Length;

    /// <summary>Parts of nearly the same size, none larger than <paramref name="most"/> where <paramref name="fewest"/> allows it.</summary>
    /// <param name="most">Clips, 1 or more.</param>
    /// <param name="fewest">Clips that the network needs at a time, 1 or more.</param>
    public IEnumerable<TrainingBatch> Parts(int most, int fewest)
    {
        int parts = PartCount(most, fewest);
        for (int part = 0; part < parts; part++)
        {
            Range range = (part * Count / parts)..((part + 1) * Count / parts);
            yield return new TrainingBatch(Features[range], Glosses[range]);
        }
    }

    /// <summary>Clips of the largest of the <see cref="Parts"/>.</summary>
    public int LargestPart(int most, int fewest) => (Count + PartCount(most, fewest) - 1) / PartCount(most, fewest);

    private int PartCount(int most, int fewest) => Math.Clamp((int)Math.Ceiling(Count / (double)most), 1, Math.Max(1, Count / fewest));
}
