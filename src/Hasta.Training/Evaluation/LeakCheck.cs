using Hasta.Datasets;
using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;

namespace Hasta.Training.Evaluation;

/// <summary>
/// Finds clips that were used to train or validate the model, whatever their names and paths, and takes recorded right before or after
/// them.
/// </summary>
internal static class LeakCheck
{
    /// <summary>The set name of clips that are not in the plan.</summary>
    private const string Evaluated = "evaluated";

    /// <summary>For the data set that the model was trained on: checks against its other splits, with all fields of its manifest.</summary>
    /// <param name="clips">The clips to evaluate.</param>
    /// <param name="split">Their split; null if there are several, or if the model was trained on them.</param>
    /// <param name="entries">The whole data set.</param>
    /// <param name="splits">Each clip's split, by the hash of its landmarks.</param>
    /// <returns>Pairs of a clip used to train or validate the model and a clip to evaluate, which comes second.</returns>
    public static IReadOnlyList<Leak> Within(
        IReadOnlyList<ManifestEntry> clips,
        Split? split,
        IReadOnlyList<ManifestEntry> entries,
        IReadOnlyDictionary<string, Split> splits) => Find(
        entries.Where(entry => splits[entry.PoseSha256] != Split.Test && splits[entry.PoseSha256] != split)
            .Select(entry => AssignedClip.From(entry, splits[entry.PoseSha256])),
        clips.Select(clip => AssignedClip.From(clip, split is { } known ? SplitName.Format(known) : Evaluated)));

    /// <summary>For any other data set.</summary>
    /// <param name="clips">The clips to evaluate.</param>
    /// <param name="trainedOn">The split that the checkpoint was trained with, of which all but the test clips are checked.</param>
    /// <returns>Pairs of a clip used to train or validate the model and a clip to evaluate, which comes second.</returns>
    public static IReadOnlyList<Leak> Across(IReadOnlyList<ManifestEntry> clips, SplitPlan trainedOn) => Find(
        trainedOn.Clips.Where(clip => clip.Set != SplitName.Format(Split.Test)),
        clips.Select(clip => AssignedClip.From(clip, Evaluated) with { DataSet = Evaluated }));

    /// <summary>Leaves out pairs of two clips used to train or validate the model, which training checks.</summary>
    private static IReadOnlyList<Leak> Find(IEnumerable<AssignedClip> used, IEnumerable<AssignedClip> evaluated)
    {
        AssignedClip[] last = [.. evaluated];
        return last.Length == 0
            ? []
            : [.. LeakFinder.Find([.. used, .. last]).Where(leak => leak.Second.Set == last[0].Set && leak.First.Set != last[0].Set)];
    }
}
