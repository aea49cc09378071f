namespace Hasta.Datasets;

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
            throw new SplitException("The official list needs train and test clips.");
        }

        if (parts.ContainsValue(Split.Validation))
        {
            return (parts, Caution);
        }

        ManifestEntry[] train = [.. entries.Where(entry => entry.Split == Split.Train)];
        SplitProtocol? grouped = new SplitProtocol?[] { SplitProtocol.Signer, SplitProtocol.Session }
            .FirstOrDefault(protocol => train.Select(entry => GroupSplit.GroupOf(entry, protocol!.Value)).Distinct().Count() >= 2
                && train.All(entry => GroupSplit.GroupOf(entry, protocol!.Value) is not null));
        if (grouped is { } protocol)
        {
            GroupSplit.TakeValidation(train, protocol, seed, parts);
            return (parts, $"{Caution}; it names no validation clips, so whole {protocol.ToString().ToLowerInvariant()}s of its train part were taken");
        }

        RandomSplit.TakeValidation(train, seed, parts);
        return (parts, $"{Caution}; it names no validation clips, so some of its train part were taken at random");
    }
}
