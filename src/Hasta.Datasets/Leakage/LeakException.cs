using Hasta.Landmarks;

namespace Hasta.Datasets.Leakage;

/// <summary>The same recording is in two splits: a model would be tested on clips that it was trained on.</summary>
internal sealed class LeakException : HastaException
{
    private const int Shown = 3;

    /// <param name="leaks">At least one must be of the same clip.</param>
    /// <param name="list">The file that lists them all; null if there is none.</param>
    public LeakException(IReadOnlyList<Leak> leaks, string? list = null)
        : base(Describe([.. leaks.Where(leak => leak.IsSameClip)]) + (list is null ? "" : $" All are listed in {list}."))
    {
        Leaks = leaks;
    }

    /// <summary>All leaks found, including near-takes.</summary>
    public IReadOnlyList<Leak> Leaks { get; }

    private static string Describe(Leak[] same) =>
        $"{same.Length} {(same.Length == 1 ? "pair of clips is" : "pairs of clips are")} the same recording in two splits: "
        + $"{string.Join("; ", same.Take(Shown))}{(same.Length > Shown ? "; ..." : "")}. "
        + "Remove the copies, or correct their signers and splits in the CSV.";
}
