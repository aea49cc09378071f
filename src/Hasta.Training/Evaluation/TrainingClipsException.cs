using Hasta.Datasets.Leakage;
using Hasta.Landmarks;

namespace Hasta.Training.Evaluation;

/// <summary>Clips to evaluate are among those that the model learnt from: their result would say nothing.</summary>
internal sealed class TrainingClipsException : HastaException
{
    private const int Shown = 3;

    /// <param name="leaks">What was found; at least one pair of the same clip.</param>
    /// <param name="all">How many clips were to be evaluated.</param>
    /// <param name="list">The file that lists the pairs; null where there is none.</param>
    internal TrainingClipsException(IReadOnlyList<Leak> leaks, int all, string? list)
        : this([.. leaks.Where(leak => leak.IsSameClip).DistinctBy(leak => leak.Second.Clip)], all, list is null ? "" : $" All are listed in {list}.")
    {
    }

    private TrainingClipsException(Leak[] same, int all, string listed)
        : base($"{same.Length} of the {all} clips were used to train this model ({string.Join("; ", same.Take(Shown))}{(same.Length > Shown ? "; ..." : "")}): "
            + $"a result on them would say nothing.{listed} Evaluate other clips, or pass --allow-training-clips to measure them all the same.")
    {
        Clips = [.. same.Select(leak => leak.Second.Clip)];
    }

    /// <summary>The ids of the clips at fault, as the data to evaluate names them.</summary>
    public IReadOnlyList<string> Clips { get; }
}
