namespace Hasta.Datasets.Splits;

/// <summary>Assigns whole groups to splits: of many seeded orders, the one whose splits have the best sizes and glosses.</summary>
/// <param name="members">Each group's clips.</param>
/// <param name="given">Groups whose split is fixed.</param>
/// <param name="wanted">The held-out splits to fill; the remaining groups are for training.</param>
internal sealed class GroupSearch(ILookup<string, ManifestEntry> members, IReadOnlyDictionary<string, Split> given, Split[] wanted)
{
    private const double HeldOutShare = 0.17;
    private const double MinFilledShare = 0.8;
    private const double MissingInTrainingPenalty = 10;
    private const int OrderCount = 300;

    private readonly int total = members.Sum(group => group.Count());
    private readonly int glosses = members.SelectMany(group => group).Select(entry => entry.Gloss).Distinct().Count();

    public Dictionary<string, Split> Best(int seed)
    {
        var random = new Random(seed);
        string[] order = [.. members.Select(group => group.Key).Order(StringComparer.Ordinal)];
        return Enumerable.Range(0, OrderCount)
            .Select(_ =>
            {
                random.Shuffle(order);
                return Fill(order);
            })
            .MinBy(Cost)!;
    }

    /// <summary>
    /// Each wanted split takes groups in order until it has its share; at least one group is left for each split that follows.
    /// </summary>
    private Dictionary<string, Split> Fill(string[] order)
    {
        var splits = order.ToDictionary(group => group, group => given.GetValueOrDefault(group, Split.Train), StringComparer.Ordinal);
        var free = new Queue<string>(order.Where(group => !given.ContainsKey(group)));
        foreach ((int i, Split split) in wanted.Index())
        {
            int clips = 0;
            while (free.Count > wanted.Length - i && clips < HeldOutShare * MinFilledShare * total)
            {
                string group = free.Dequeue();
                splits[group] = split;
                clips += members[group].Count();
            }
        }

        return splits;
    }

    /// <summary>
    /// Distance from the wanted sizes, plus a penalty for every gloss that training (a large one) or a held-out split lacks.
    /// </summary>
    private double Cost(Dictionary<string, Split> splits) => wanted.Append(Split.Train).Sum(split =>
    {
        ManifestEntry[] clips = [.. members.Where(group => splits[group.Key] == split).SelectMany(group => group)];
        double missing = (glosses - clips.Select(entry => entry.Gloss).Distinct().Count()) / (double)glosses;
        return split == Split.Train
            ? MissingInTrainingPenalty * missing
            : missing + Math.Abs((clips.Length / (double)total) - HeldOutShare);
    });
}
