namespace Hasta.Datasets.Splits;

/// <summary>Deals whole groups to parts: of many seeded orders, the one whose parts have the best sizes and glosses.</summary>
/// <param name="members">Each group's clips.</param>
/// <param name="given">Groups whose part is settled.</param>
/// <param name="wanted">The held-out parts to fill; what is left over is for training.</param>
internal sealed class GroupSearch(ILookup<string, ManifestEntry> members, IReadOnlyDictionary<string, Split> given, Split[] wanted)
{
    private const double HeldOutShare = 0.17;
    private const double EnoughOfShare = 0.8;
    private const double MissingInTraining = 10;
    private const int Orders = 300;

    private readonly int total = members.Sum(group => group.Count());
    private readonly int glosses = members.SelectMany(group => group).Select(entry => entry.Gloss).Distinct().Count();

    public Dictionary<string, Split> Best(int seed)
    {
        var random = new Random(seed);
        string[] order = [.. members.Select(group => group.Key).Order(StringComparer.Ordinal)];
        return Enumerable.Range(0, Orders)
            .Select(_ =>
            {
                random.Shuffle(order);
                return Fill(order);
            })
            .MinBy(Cost)!;
    }

    /// <summary>Each wanted part takes groups in order until it holds its share; one group at least is left for each part that follows.</summary>
    private Dictionary<string, Split> Fill(string[] order)
    {
        var parts = order.ToDictionary(group => group, group => given.GetValueOrDefault(group, Split.Train), StringComparer.Ordinal);
        var free = new Queue<string>(order.Where(group => !given.ContainsKey(group)));
        foreach ((int i, Split part) in wanted.Index())
        {
            int clips = 0;
            while (free.Count > wanted.Length - i && clips < HeldOutShare * EnoughOfShare * total)
            {
                string group = free.Dequeue();
                parts[group] = part;
                clips += members[group].Count();
            }
        }

        return parts;
    }

    /// <summary>Distance from the wanted sizes, plus much for every gloss that training or a held-out part lacks.</summary>
    private double Cost(Dictionary<string, Split> parts) => wanted.Append(Split.Train).Sum(part =>
    {
        ManifestEntry[] clips = [.. members.Where(group => parts[group.Key] == part).SelectMany(group => group)];
        double missing = (glosses - clips.Select(entry => entry.Gloss).Distinct().Count()) / (double)glosses;
        return part == Split.Train ? MissingInTraining * missing : missing + Math.Abs((clips.Length / (double)total) - HeldOutShare);
    });
}
