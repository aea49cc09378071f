namespace Hasta.Datasets;

/// <summary>Whole signers or whole sessions to each part.</summary>
internal static class GroupSplit
{
    private const int MostNames = 6;
    private static readonly Split[] HeldOut = [Split.Test, Split.Validation];

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
        Dictionary<string, Split> given = Given(request, groups);
        Split[] wanted = [.. HeldOut.Where(part => !given.ContainsValue(part))];
        if (groups.Length - given.Count < wanted.Length + 1)
        {
            throw new SplitException(
                $"{groups.Length} {what}s ({Names(groups)}) are too few: training, validation and test need one each. Record more, or hold out fewer by name.");
        }

        Dictionary<string, Split> parts = new GroupSearch(entries.ToLookup(entry => GroupOf(entry, protocol)!), given, wanted).Best(request.Seed);
        return (entries.ToDictionary(entry => entry.Clip, entry => parts[GroupOf(entry, protocol)!], StringComparer.Ordinal), Describe(what, parts));
    }

    /// <summary>For lists without a validation part: moves whole groups of train there.</summary>
    /// <returns>Whether groups are known, two at least; else nothing is moved.</returns>
    public static bool TakeValidation(IReadOnlyList<ManifestEntry> train, SplitProtocol protocol, int seed, Dictionary<string, Split> parts)
    {
        ILookup<string?, ManifestEntry> groups = train.ToLookup(entry => GroupOf(entry, protocol));
        if (groups.Contains(null) || groups.Count < 2)
        {
            return false;
        }

        Dictionary<string, Split> found = new GroupSearch(groups!, new Dictionary<string, Split>(), [Split.Validation]).Best(seed);
        foreach (ManifestEntry entry in train)
        {
            parts[entry.Clip] = found[GroupOf(entry, protocol)!];
        }

        return true;
    }

    private static string Describe(string what, Dictionary<string, Split> parts)
    {
        string Of(Split part) => Names([.. parts.Where(pair => pair.Value == part).Select(pair => pair.Key).Order(StringComparer.Ordinal)]);
        return $"no {what} in two parts: test {Of(Split.Test)}; validation {Of(Split.Validation)}";
    }

    private static string Names(string[] names) =>
        string.Join(", ", names.Take(MostNames)) + (names.Length > MostNames ? $" and {names.Length - MostNames} more" : "");

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
}
