using Hasta.Datasets.Leakage;

namespace Hasta.Training.Evaluation;

/// <summary>How often one kind of leak was found.</summary>
/// <param name="Pairs">Pairs of a clip that shaped the model and one that is measured.</param>
/// <param name="Clips">Measured clips that stand in any of them.</param>
internal sealed record LeakCount(int Pairs, int Clips)
{
    internal static LeakCount From(IEnumerable<Leak> leaks)
    {
        Leak[] all = [.. leaks];
        return new LeakCount(all.Length, all.DistinctBy(leak => leak.Second.Clip).Count());
    }
}
