namespace Hasta.Datasets.Splits;

/// <summary>The data set's own list. Where it has no validation part, one is taken from its train part.</summary>
internal static class OfficialSplit
{
    private const string Caution = "official list: its parts may share signers and sessions";

    /// <exception cref="SplitException">A clip without a split, or no train or test clips.</exception>
    public static (IReadOnlyDictionary<string, Split> Parts, string Description) Make(IReadOnlyList<ManifestEntry> entries, int seed)
    {
        if (entries.FirstOrDefault(entry => entry.Split is null) is { } without)
        {
            throw new SplitException($"{without.Clip} has no split. Give every row of the CSV one, or use --split signer.");
        }

        var parts = entries.ToDictionary(entry => entry.Clip, entry => entry.Split!.Value, StringComparer.Ordinal);
        if (!parts.ContainsValue(Split.Train) || !parts.ContainsValue(Split.Test))
        {
            throw new SplitException("The official list needs train and test clips. Correct the CSV's split column, or use --split signer.");
        }

        return (parts, parts.ContainsValue(Split.Validation) ? Caution : $"{Caution}; it names no validation clips, so {TakeValidation(entries, seed, parts)}");
    }

    private static string TakeValidation(IReadOnlyList<ManifestEntry> entries, int seed, Dictionary<string, Split> parts)
    {
        ManifestEntry[] train = [.. entries.Where(entry => entry.Split == Split.Train)];
        foreach (SplitProtocol protocol in new[] { SplitProtocol.Signer, SplitProtocol.Session })
        {
            if (GroupSplit.TakeValidation(train, protocol, seed, parts))
            {
                return $"whole {protocol.ToString().ToLowerInvariant()}s of its train part were taken";
            }
        }

        RandomSplit.TakeValidation(train, seed, parts);
        return "some of its train part were taken at random";
    }
}
