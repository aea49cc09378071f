using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Splits;

/// <summary>Whole signers or whole sessions to each part. Near-equal names (see <see cref="NearNames"/>) are never parted.</summary>
internal static class GroupSplit
{
    private const int MaxNames = 6;
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

        IReadOnlyDictionary<string, string> representatives = NearNames.Representatives(entries.Select(entry => GroupOf(entry, protocol)!));
        string[] groups = [.. representatives.Values.Distinct().Order(StringComparer.Ordinal)];
        Dictionary<string, Split> given = Given(request, representatives);
        Split[] wanted = [.. HeldOut.Where(part => !given.ContainsValue(part))];
        if (groups.Length - given.Count < wanted.Length + 1)
        {
            throw new SplitException(
                $"{groups.Length} {what}s ({Names(groups)}) are too few: training, validation and test need one each. Record more, or hold out fewer by name.");
        }

        string Of(ManifestEntry entry) => representatives[GroupOf(entry, protocol)!];
        Dictionary<string, Split> parts = new GroupSearch(entries.ToLookup(Of), given, wanted).Best(request.Seed);
        return (
            entries.ToDictionary(entry => entry.Clip, entry => parts[Of(entry)], StringComparer.Ordinal),
            Describe(what, representatives.ToDictionary(name => name.Key, name => parts[name.Value])));
    }

    /// <summary>For lists without a validation part: moves whole groups of train there.</summary>
    /// <returns>Whether groups are known, two at least; else nothing is moved.</returns>
    public static bool TakeValidation(IReadOnlyList<ManifestEntry> train, SplitProtocol protocol, int seed, Dictionary<string, Split> parts)
    {
        if (train.Any(entry => GroupOf(entry, protocol) is null))
        {
            return false;
        }

        IReadOnlyDictionary<string, string> representatives = NearNames.Representatives(train.Select(entry => GroupOf(entry, protocol)!));
        ILookup<string, ManifestEntry> groups = train.ToLookup(entry => representatives[GroupOf(entry, protocol)!]);
        if (groups.Count < 2)
        {
            return false;
        }

        Dictionary<string, Split> found = new GroupSearch(groups, new Dictionary<string, Split>(), [Split.Validation]).Best(seed);
        foreach (ManifestEntry entry in train)
        {
            parts[entry.Clip] = found[representatives[GroupOf(entry, protocol)!]];
        }

        return true;
    }

    private static string Describe(string what, Dictionary<string, Split> parts)
    {
        string Of(Split part) => Names([.. parts.Where(pair => pair.Value == part).Select(pair => pair.Key).Order(StringComparer.Ordinal)]);
        return $"no {what} in two parts: test {Of(Split.Test)}; validation {Of(Split.Validation)}";
    }

    private static string Names(string[] names) =>
        string.Join(", ", names.Take(MaxNames)) + (names.Length > MaxNames ? $" and {names.Length - MaxNames} more" : "");

    private static Dictionary<string, Split> Given(SplitRequest request, IReadOnlyDictionary<string, string> representatives)
    {
        var named = new Dictionary<string, Split>(StringComparer.Ordinal);
        foreach ((string asked, Split part) in request.TestSigners.Select(s => (s, Split.Test)).Concat(request.ValidationSigners.Select(s => (s, Split.Validation))))
        {
            string signer = NameText.Clean(asked);
            if (!representatives.ContainsKey(signer))
            {
                string nearest = string.Join(", ", NearNames.Nearest(signer, representatives.Keys).Take(MaxNames).Select(NameText.Show));
                throw new SplitException($"No clip is signed by {NameText.Show(signer)}. Of {representatives.Count} signers the nearest are {nearest}.");
            }

            if (!named.TryAdd(signer, part))
            {
                throw new SplitException($"The signer {NameText.Show(signer)} is named twice.");
            }
        }

        var given = new Dictionary<string, Split>(StringComparer.Ordinal);
        foreach ((string signer, Split part) in named)
        {
            RequireTogether(signer, part, named, representatives);
            given[representatives[signer]] = part;
        }

        return given;
    }

    private static void RequireTogether(string signer, Split part, Dictionary<string, Split> named, IReadOnlyDictionary<string, string> representatives)
    {
        string? parted = representatives.Keys.FirstOrDefault(other => representatives[other] == representatives[signer] && (!named.TryGetValue(other, out Split place) || place != part));
        if (parted is not null)
        {
            throw new SplitException(
                $"{NameText.Show(signer)} and {NameText.Show(parted)} are probably one signer and would stand on both sides of the split. "
                + $"Name both with --{SplitName.Format(part)}-signer, or write the name one way in the CSV and prepare again.");
        }
    }
}
