namespace Hasta.Datasets.Splits;

/// <summary>Assigns clips at random, about 70/15/15 within each gloss; clips with identical landmarks stay together.</summary>
internal static class RandomSplit
{
    private const double HeldOutShare = 0.15;
    private const int MinForAllSplits = 3;

    /// <exception cref="SplitException">No gloss has three different clips, so a split would be empty.</exception>
    public static Dictionary<string, Split> Make(IReadOnlyList<ManifestEntry> entries, int seed)
    {
        Dictionary<string, Split> splits = Draw(entries, seed);
        return splits.ContainsValue(Split.Test)
            ? splits
            : throw new SplitException(
                $"No gloss has {MinForAllSplits} different clips, one for each of training, validation and test. Record more of each.");
    }

    /// <summary>Moves a share of train to validation, for official lists without a validation split.</summary>
    /// <exception cref="SplitException">No gloss has three different clips.</exception>
    public static void TakeValidation(IReadOnlyList<ManifestEntry> train, int seed, Dictionary<string, Split> splits)
    {
        foreach ((string clip, Split split) in Make(train, seed))
        {
            splits[clip] = split == Split.Validation ? Split.Validation : Split.Train;
        }
    }

    private static Dictionary<string, Split> Draw(IReadOnlyList<ManifestEntry> entries, int seed)
    {
        var splits = new Dictionary<string, Split>(StringComparer.Ordinal);
        var random = new Random(seed);
        foreach (var gloss in entries.GroupBy(entry => entry.Gloss).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            IGrouping<string, ManifestEntry>[] clips = [.. gloss.GroupBy(entry => entry.PoseSha256)];
            random.Shuffle(clips);
            foreach ((int i, IGrouping<string, ManifestEntry> same) in clips.Index())
            {
                foreach (ManifestEntry entry in same)
                {
                    splits[entry.Clip] = SplitAt(i, clips.Length);
                }
            }
        }

        return splits;
    }

    /// <summary>
    /// The first clips are for test, the next for validation, at least one each; glosses with one or two clips are for training only.
    /// </summary>
    private static Split SplitAt(int index, int count)
    {
        int heldOut = count < MinForAllSplits ? 0 : Math.Max(1, (int)Math.Round(HeldOutShare * count));
        return index < heldOut ? Split.Test : index < 2 * heldOut ? Split.Validation : Split.Train;
    }
}
