namespace Hasta.Datasets.Splits;

/// <summary>Clips at random, about 70/15/15 within each gloss; identical landmarks stay together.</summary>
internal static class RandomSplit
{
    private const double HeldOutShare = 0.15;
    private const int EnoughForAllParts = 3;

    /// <exception cref="SplitException">No gloss has three different clips, so a part would be empty.</exception>
    public static Dictionary<string, Split> Make(IReadOnlyList<ManifestEntry> entries, int seed)
    {
        Dictionary<string, Split> parts = Draw(entries, seed);
        return parts.ContainsValue(Split.Test)
            ? parts
            : throw new SplitException($"No gloss has {EnoughForAllParts} different clips, one for each of training, validation and test. Record more of each.");
    }

    /// <summary>A share of train only, for official lists without a validation part.</summary>
    /// <exception cref="SplitException">No gloss has three different clips.</exception>
    public static void TakeValidation(IReadOnlyList<ManifestEntry> train, int seed, Dictionary<string, Split> parts)
    {
        foreach ((string clip, Split part) in Make(train, seed))
        {
            parts[clip] = part == Split.Validation ? Split.Validation : Split.Train;
        }
    }

    private static Dictionary<string, Split> Draw(IReadOnlyList<ManifestEntry> entries, int seed)
    {
        var parts = new Dictionary<string, Split>(StringComparer.Ordinal);
        var random = new Random(seed);
        foreach (var gloss in entries.GroupBy(entry => entry.Gloss).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            IGrouping<string, ManifestEntry>[] clips = [.. gloss.GroupBy(entry => entry.PoseSha256)];
            random.Shuffle(clips);
            foreach ((int i, IGrouping<string, ManifestEntry> same) in clips.Index())
            {
                foreach (ManifestEntry entry in same)
                {
                    parts[entry.Clip] = PartOf(i, clips.Length);
                }
            }
        }

        return parts;
    }

    /// <summary>The first clips are the test, the next validation: one of each at least; a gloss of one or two clips is all for training.</summary>
    private static Split PartOf(int place, int count)
    {
        int heldOut = count < EnoughForAllParts ? 0 : Math.Max(1, (int)Math.Round(HeldOutShare * count));
        return place < heldOut ? Split.Test : place < 2 * heldOut ? Split.Validation : Split.Train;
    }
}
