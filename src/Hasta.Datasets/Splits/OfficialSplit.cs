namespace Hasta.Datasets.Splits;

/// <summary>The data set's own list. If it has no validation split, one is taken from its train split.</summary>
internal static class OfficialSplit
{
    private const string Caution = "official list: its splits may share signers and sessions";

    /// <exception cref="SplitException">A clip without a split, or no train or test clips.</exception>
    public static (IReadOnlyDictionary<string, Split> Parts, string Description) Make(IReadOnlyList<ManifestEntry> entries, int seed)
    {
        if (entries.FirstOrDefault(entry => entry.Split is null) is { } unassigned)
        {
            throw new SplitException($"{unassigned.Clip} has no split. Give every row of the CSV one, or use --split signer.");
        }

        var splits = entries.ToDictionary(entry => entry.Clip, entry => entry.Split!.Value, StringComparer.Ordinal);
        if (!splits.ContainsValue(Split.Train) || !splits.ContainsValue(Split.Test))
        {
            throw new SplitException(
                "The official list needs train and test clips. Correct the CSV's split column, or use --split signer.");
        }

        string description = splits.ContainsValue(Split.Validation)
            ? Caution
            : $"{Caution}; it has no validation clips, so {TakeValidation(entries, seed, splits)}";
        return (splits, description);
    }

    private static string TakeValidation(IReadOnlyList<ManifestEntry> entries, int seed, Dictionary<string, Split> splits)
    {
        ManifestEntry[] train = [.. entries.Where(entry => entry.Split == Split.Train)];
        foreach (SplitProtocol protocol in new[] { SplitProtocol.Signer, SplitProtocol.Session })
        {
            if (GroupSplit.TakeValidation(train, protocol, seed, splits))
            {
                return $"whole {protocol.ToString().ToLowerInvariant()}s of its train split were taken";
            }
        }

        RandomSplit.TakeValidation(train, seed, splits);
        return "some clips of its train split were taken at random";
    }
}
