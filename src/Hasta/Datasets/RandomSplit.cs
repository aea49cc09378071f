namespace Hasta.Datasets;

/// <summary>Clips at random, 70/15/15 within each gloss; identical landmarks stay together.</summary>
internal static class RandomSplit
{
    private const double TestShare = 0.15;
    private const double ValidationShare = 0.15;

    public static Dictionary<string, Split> Make(IReadOnlyList<ManifestEntry> entries, int seed)
    {
        var parts = new Dictionary<string, Split>(StringComparer.Ordinal);
        var random = new Random(seed);
        foreach (var gloss in entries.GroupBy(entry => entry.Gloss).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            IGrouping<string, ManifestEntry>[] clips = [.. gloss.GroupBy(entry => entry.PoseSha256)];
            random.Shuffle(clips);
            for (int i = 0; i < clips.Length; i++)
            {
                Split part = PartOf((i + 0.5) / clips.Length);
                foreach (ManifestEntry entry in clips[i])
                {
                    parts[entry.Clip] = part;
                }
            }
        }

        return parts;
    }

    /// <summary>A share of train only, for official lists without a validation part.</summary>
    public static void TakeValidation(IReadOnlyList<ManifestEntry> train, int seed, Dictionary<string, Split> parts)
    {
        foreach ((string clip, Split part) in Make(train, seed))
        {
            parts[clip] = part == Split.Validation ? Split.Validation : Split.Train;
        }
    }

    private static Split PartOf(double quantile) =>
        quantile < TestShare ? Split.Test : quantile < TestShare + ValidationShare ? Split.Validation : Split.Train;
}
