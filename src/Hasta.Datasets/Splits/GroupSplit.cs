using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Splits;

/// <summary>
/// Assigns whole signers or whole sessions to each split. Near-equal names (see <see cref="SimilarNames"/>) are kept together.
/// </summary>
internal static class GroupSplit
{
    private const int MaxNames = 6;
    private static readonly Split[] HeldOut = [Split.Test, Split.Validation];

    /// <returns>The signer, or the session (of that signer, if known); null if unknown.</returns>
    public static string? GroupOf(ManifestEntry entry, SplitProtocol protocol) => protocol switch
    {
        SplitProtocol.Signer => entry.Signer,
        _ => entry.Session is null ? null : $"{entry.Signer}/{entry.Session}",
    };

    /// <exception cref="SplitException">Unknown groups, too few of them, or a named signer that no clip has.</exception>
    public static (IReadOnlyDictionary<string, Split> Parts, string Description) Make(
        IReadOnlyList<ManifestEntry> entries, SplitRequest request, SplitProtocol protocol)
    {
        string what = protocol.ToString().ToLowerInvariant();
        if (entries.FirstOrDefault(entry => GroupOf(entry, protocol) is null) is { } unknown)
        {
            throw new SplitException(
                $"The {what} of {unknown.Clip} is not known. Prepare from a CSV with a {what} column that is filled in every row.");
        }

        IReadOnlyDictionary<string, string> representatives = SimilarNames.Representatives(
            entries.Select(entry => GroupOf(entry, protocol)!));
        string[] groups = [.. representatives.Values.Distinct().Order(StringComparer.Ordinal)];
        Dictionary<string, Split> given = Given(request, representatives);
        Split[] wanted = [.. HeldOut.Where(split => !given.ContainsValue(split))];
        if (groups.Length - given.Count < wanted.Length + 1)
        {
            throw new SplitException(
                $"{groups.Length} {what}s ({Names(groups)}) are too few: training, validation and test need one each. "
                + "Record more, or hold out fewer by name.");
        }

        string Of(ManifestEntry entry) => representatives[GroupOf(entry, protocol)!];
        Dictionary<string, Split> splits = new GroupSearch(entries.ToLookup(Of), given, wanted).Best(request.Seed);
        return (
            entries.ToDictionary(entry => entry.Clip, entry => splits[Of(entry)], StringComparer.Ordinal),
            Describe(what, representatives.ToDictionary(name => name.Key, name => splits[name.Value])));
    }

    /// <summary>For lists without a validation split: moves whole groups from train to validation.</summary>
    /// <returns>Whether at least two groups are known; otherwise nothing is moved.</returns>
    public static bool TakeValidation(
        IReadOnlyList<ManifestEntry> train, SplitProtocol protocol, int seed, Dictionary<string, Split> splits)
    {
        if (train.Any(entry => GroupOf(entry, protocol) is null))
        {
            return false;
        }

        IReadOnlyDictionary<string, string> representatives = SimilarNames.Representatives(
            train.Select(entry => GroupOf(entry, protocol)!));
        ILookup<string, ManifestEntry> groups = train.ToLookup(entry => representatives[GroupOf(entry, protocol)!]);
        if (groups.Count < 2)
        {
            return false;
        }

        Dictionary<string, Split> found = new GroupSearch(groups, new Dictionary<string, Split>(), [Split.Validation]).Best(seed);
        foreach (ManifestEntry entry in train)
        {
            splits[entry.Clip] = found[representatives[GroupOf(entry, protocol)!]];
        }

        return true;
    }

    private static string Describe(string what, Dictionary<string, Split> splits)
    {
        string In(Split split) =>
            Names([.. splits.Where(pair => pair.Value == split).Select(pair => pair.Key).Order(StringComparer.Ordinal)]);
        return $"no {what} in two splits: test {In(Split.Test)}; validation {In(Split.Validation)}";
    }

    private static string Names(string[] names) =>
        string.Join(", ", names.Take(MaxNames)) + (names.Length > MaxNames ? $" and {names.Length - MaxNames} more" : "");

    private static Dictionary<string, Split> Given(SplitRequest request, IReadOnlyDictionary<string, string> representatives)
    {
        var named = new Dictionary<string, Split>(StringComparer.Ordinal);
        IEnumerable<(string Name, Split Split)> requested = request.TestSigners.Select(name => (name, Split.Test))
            .Concat(request.ValidationSigners.Select(name => (name, Split.Validation)));
        foreach ((string name, Split split) in requested)
        {
            string signer = NameText.Clean(name);
            if (!representatives.ContainsKey(signer))
            {
                string nearest = string.Join(", ", SimilarNames.Nearest(signer, representatives.Keys).Take(MaxNames).Select(NameText.Show));
                throw new SplitException(
                    $"No clip is signed by {NameText.Show(signer)}. The most similar of {representatives.Count} signers are {nearest}.");
            }

            if (!named.TryAdd(signer, split))
            {
                throw new SplitException($"The signer {NameText.Show(signer)} is named twice.");
            }
        }

        var given = new Dictionary<string, Split>(StringComparer.Ordinal);
        foreach ((string signer, Split split) in named)
        {
            RequireTogether(signer, split, named, representatives);
            given[representatives[signer]] = split;
        }

        return given;
    }

    private static void RequireTogether(
        string signer, Split split, Dictionary<string, Split> named, IReadOnlyDictionary<string, string> representatives)
    {
        string? separated = representatives.Keys.FirstOrDefault(other =>
            representatives[other] == representatives[signer] && (!named.TryGetValue(other, out Split assigned) || assigned != split));
        if (separated is not null)
        {
            throw new SplitException(
                $"{NameText.Show(signer)} and {NameText.Show(separated)} are probably one signer, but would be in different splits. "
                + $"Name both with --{SplitName.Format(split)}-signer, or use one spelling in the CSV and prepare again.");
        }
    }
}
