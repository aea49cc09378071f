using Hasta.Datasets.Leakage;
using Hasta.Landmarks;
using Hasta.Landmarks.Text;

namespace Hasta.Training.Evaluation;

/// <summary>Clips to evaluate were used to train the model, so a result on them would be meaningless.</summary>
internal sealed class TrainingClipsException : HastaException
{
    private const int MaxShown = 3;

    /// <param name="leaks">The leaks found; at least one pair of the same clip.</param>
    /// <param name="all">Number of clips to evaluate.</param>
    /// <param name="list">The file that lists the pairs; null if there is none.</param>
    internal TrainingClipsException(IReadOnlyList<Leak> leaks, int all, string? list)
        : this(
            [.. leaks.Where(leak => leak.IsSameClip).DistinctBy(leak => leak.Second.Clip)],
            all,
            list is null ? "" : $" All are listed in {list}.")
    {
    }

    private TrainingClipsException(Leak[] same, int all, string listed)
        : base($"{same.Length} of {CountText.Of(all, "clip")} to evaluate {(same.Length == 1 ? "was" : "were")} used to train this model "
            + $"({string.Join("; ", same.Take(MaxShown))}{(same.Length > MaxShown ? "; ..." : "")}): "
            + $"a result on them would be meaningless.{listed} "
            + "Evaluate other clips, or pass --allow-training-clips to evaluate them anyway.")
    {
        Clips = [.. same.Select(leak => leak.Second.Clip)];
    }

    /// <summary>The ids of these clips, as named in the data to evaluate.</summary>
    public IReadOnlyList<string> Clips { get; }
}
