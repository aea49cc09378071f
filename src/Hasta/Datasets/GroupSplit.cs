namespace Hasta.Datasets;

/// <summary>Whole signers or whole sessions to each part: of many seeded orders, the one whose parts have the best sizes and glosses.</summary>
internal static class GroupSplit
{
    private const double HeldOutShare = 0.17;
    private const int Orders = 300;

    /// <returns>The signer, or the session (of that signer, where known); null where not known.</returns>
    public static string? GroupOf(ManifestEntry entry, SplitProtocol protocol) => protocol switch
    {
        SplitProtocol.Signer => entry.Signer,
        _ => entry.Session is null ? null : $"{entry.Signer}/{entry.Session}",
    };

    /// <exception cref="SplitException">Unknown groups, too few of them, or a named signer that no clip has.</exception>
    public static (IReadOnlyDictionary<string, Split> Parts, string Description) Make(IReadOnlyList<ManifestEntry> entries, SplitRequest request, SplitProtocol protocol)
    {
        string what = protocol.ToString().ToLowerInvariant();
        if (entries.FirstOrDefault(entry => GroupOf(entry, protocol) is null) is { } unknown)
        {
            throw new SplitException($"The {what} of {unknown.Clip} is not known. Prepare from a CSV with a {what} column that every row fills.");
        }

        string[] groups = [.. entries.Select(entry => GroupOf(entry, protocol)!).Distinct().Order(StringComparer.Ordinal)];
        var given = Given(request, groups);
        if (groups.Length < 3 || given.Count(pair => pair.Value != Split.Train) >= groups.Length)
        {
            throw new SplitException($"{groups.Length} {what}s ({string.Join(", ", groups.Take(5))}) are too few: training, validation and test need one each.");
        }

        Dictionary<string, Split> partOfGroup = Best(entries, protocol, groups, given, request.Seed);
        string Names(Split part) => string.Join(", ", partOfGroup.Where(pair => pair.Value == part).Select(pair => pair.Key).Order(StringComparer.Ordinal).Take(6));
        return (
            entries.ToDictionary(entry => entry.Clip, entry => partOfGroup[GroupOf(entry, protocol)!], StringComparer.Ordinal),
            $"no {what} in two parts: test {Names(Split.Test)}; validation {Names(Split.Validation)}");
    }

    /// <summary>For lists without a validation part: moves whole groups of train there.</summary>
    public static void TakeValidation(IReadOnlyList<ManifestEntry> train, SplitProtocol protocol, int seed, Dictionary<string, Split> parts)
    {
        string[] groups = [.. train.Select(entry => GroupOf(entry, protocol)!).Distinct().Order(StringComparer.Ordinal)];
        Random random = new(seed);
        random.Shuffle(groups);
        int wanted = (int)Math.Ceiling(HeldOutShare * train.Count);
        foreach (string group in groups.SkipLast(1))
        {
            ManifestEntry[] members = [.. train.Where(entry => GroupOf(entry, protocol) == group)];
            foreach (ManifestEntry entry in members)
            {
                parts[entry.Clip] = Split.Validation;
            }

            wanted -= members.Length;
            if (wanted <= 0)
            {
                return;
            }
        }
    }

    private static Dictionary<string, Split> Given(SplitRequest request, string[] groups)
    {
        var given = new Dictionary<string, Split>(StringComparer.Ordinal);
        foreach ((string signer, Split part) in request.TestSigners.Select(s => (s, Split.Test)).Concat(request.ValidationSigners.Select(s => (s, Split.Validation))))
        {
            if (!groups.Contains(signer))
            {
                throw new SplitException($"No clip is signed by {signer}; there are {string.Join(", ", groups)}.");
            }

            if (!given.TryAdd(signer, part))
            {
                throw new SplitException($"The signer {signer} is named twice.");
            }
        }

        return given;
    }

    private static Dictionary<string, Split> Best(
        IReadOnlyList<ManifestEntry> entries, SplitProtocol protocol, string[] groups, Dictionary<string, Split> given, int seed)
    {
        ILookup<string, ManifestEntry> members = entries.ToLookup(entry => GroupOf(entry, protocol)!);
        var random = new Random(seed);
        string[] order = [.. groups];
        return Enumerable.Range(0, Orders)
            .Select(_ =>
            {
                random.Shuffle(order);
                return Fill(order, members, given, entries.Count);
            })
            .MinBy(parts => Cost(parts, members, entries.Count))!;
    }

    /// <summary>Named groups first; then test and validation each take groups in order until they hold their share.</summary>
    private static Dictionary<string, Split> Fill(string[] order, ILookup<string, ManifestEntry> members, Dictionary<string, Split> given, int total)
    {
        var parts = order.ToDictionary(group => group, group => given.GetValueOrDefault(group, Split.Train), StringComparer.Ordinal);
        var free = new Queue<string>(order.Where(group => !given.ContainsKey(group)));
        foreach (Split part in new[] { Split.Test, Split.Validation }.Where(part => !given.ContainsValue(part)))
        {
            int clips = 0;
            while (free.Count > (part == Split.Test && !given.ContainsValue(Split.Validation) ? 2 : 1) && clips < HeldOutShare * total * 0.8)
            {
                string group = free.Dequeue();
                parts[group] = part;
                clips += members[group].Count();
            }
        }

        return parts;
    }

    /// <summary>Distance from the wanted sizes, plus much for every gloss that training or a held-out part lacks.</summary>
    private static double Cost(Dictionary<string, Split> parts, ILookup<string, ManifestEntry> members, int total)
    {
        int glosses = members.SelectMany(group => group).Select(entry => entry.Gloss).Distinct().Count();
        double cost = 0;
        foreach (Split part in Enum.GetValues<Split>())
        {
            ManifestEntry[] clips = [.. members.Where(group => parts[group.Key] == part).SelectMany(group => group)];
            int missing = glosses - clips.Select(entry => entry.Gloss).Distinct().Count();
            double size = clips.Length / (double)total;
            cost += ((part == Split.Train ? 10.0 : 1.0) * missing / glosses) + (part == Split.Train ? 0 : Math.Abs(size - HeldOutShare));
        }

        return cost;
    }
}
