using Hasta.Datasets.Leakage;

namespace Hasta.Training.Evaluation;

/// <summary>The number of leaks of one kind.</summary>
/// <param name="Pairs">Pairs of a clip used to train or validate the model and a measured clip.</param>
/// <param name="Clips">Measured clips in at least one pair.</param>
internal sealed record LeakCount(int Pairs, int Clips)
{
    internal static LeakCount From(IEnumerable<Leak> leaks)
    {
        Leak[] all = [.. leaks];
        return new LeakCount(all.Length, all.DistinctBy(leak => leak.Second.Clip).Count());
    }
}
