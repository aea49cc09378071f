using Hasta.Datasets.Leakage;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Splits;

/// <summary>Splits a data set into train, validation and test so that no signer (or session) is in two of them.</summary>
internal static class Splitter
{
    /// <summary>The same entries, request and seed always produce the same plan.</summary>
    /// <exception cref="SplitException">Too few signers, sessions or splits are known for the protocol.</exception>
    /// <exception cref="LeakException">The same recording would be in two splits.</exception>
    public static SplitPlan Split(IReadOnlyList<ManifestEntry> entries, SplitRequest request)
    {
        if (entries.Count == 0)
        {
            throw new SplitException("There are no clips to split. Prepare some first.");
        }

        SplitProtocol protocol = request.Protocol == SplitProtocol.Auto ? Choose(entries, request) : request.Protocol;
        if (protocol != SplitProtocol.Signer && request.TestSigners.Count + request.ValidationSigners.Count > 0)
        {
            throw new SplitException($"Signers to hold out can be named only with the signer protocol, not with {protocol}.");
        }

        (IReadOnlyDictionary<string, Split> splits, string description) = protocol switch
        {
            SplitProtocol.Official => OfficialSplit.Make(entries, request.Seed),
            SplitProtocol.Random => (RandomSplit.Make(entries, request.Seed),
                "random split: the same people are in training and test, so the result does not apply to people the model has never seen"),
            _ => GroupSplit.Make(entries, request, protocol),
        };
        var plan = new SplitPlan
        {
            Protocol = protocol,
            Description = description,
            Seed = request.Seed,
            Clips = [.. entries.Select(entry => AssignedClip.From(entry, splits[entry.Clip]))],
        };
        Leaks.Check(plan, entries);
        return plan;
    }

    private static SplitProtocol Choose(IReadOnlyList<ManifestEntry> entries, SplitRequest request)
    {
        if (request.TestSigners.Count + request.ValidationSigners.Count > 0)
        {
            return SplitProtocol.Signer;
        }

        if (entries.All(entry => entry.Split is not null))
        {
            return SplitProtocol.Official;
        }

        if (HasGroups(entries, SplitProtocol.Signer))
        {
            return SplitProtocol.Signer;
        }

        return HasGroups(entries, SplitProtocol.Session)
            ? SplitProtocol.Session
            : throw new SplitException(
                "Neither signers nor sessions are known for all clips, or fewer than 3 of them. Prepare from a CSV with a signer column, "
                + "or ask for --split random, whose result does not apply to people the model has never seen.");
    }

    private static bool HasGroups(IReadOnlyList<ManifestEntry> entries, SplitProtocol protocol) =>
        entries.All(entry => GroupSplit.GroupOf(entry, protocol) is not null)
        && entries.Select(entry => NameText.Fold(GroupSplit.GroupOf(entry, protocol)!)).Distinct().Count() >= 3;
}
