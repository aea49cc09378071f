using Hasta.Datasets;
using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;

namespace Hasta.Training.Evaluation;

/// <summary>Knows clips again that have shaped the model, whatever they are called and wherever they lie, and takes made beside them.</summary>
internal static class LeakCheck
{
    /// <summary>What clips are called that are no part of the plan.</summary>
    private const string Evaluated = "evaluated";

    /// <summary>Of the data set that the model was trained on: its other parts, with all that its manifest says.</summary>
    /// <param name="clips">The clips to evaluate.</param>
    /// <param name="part">The part that they are; null when they are of several, or have trained the model.</param>
    /// <param name="entries">The whole data set.</param>
    /// <param name="parts">Each clip's part, by its landmarks' hash.</param>
    /// <returns>Pairs of a clip that has shaped the model and one to evaluate, which comes second.</returns>
    public static IReadOnlyList<Leak> Within(
        IReadOnlyList<ManifestEntry> clips, Split? part, IReadOnlyList<ManifestEntry> entries, IReadOnlyDictionary<string, Split> parts) => Find(
        entries.Where(entry => parts[entry.PoseSha256] != Split.Test && parts[entry.PoseSha256] != part).Select(entry => AssignedClip.From(entry, parts[entry.PoseSha256])),
        clips.Select(clip => AssignedClip.From(clip, part is { } one ? SplitName.Format(one) : Evaluated)));

    /// <summary>Of any other data set.</summary>
    /// <param name="clips">The clips to evaluate.</param>
    /// <param name="trainedOn">The split that the checkpoint was trained with: its training and validation parts have shaped the model.</param>
    /// <returns>Pairs of a clip that has shaped the model and one to evaluate, which comes second.</returns>
    public static IReadOnlyList<Leak> Across(IReadOnlyList<ManifestEntry> clips, SplitPlan trainedOn) => Find(
        trainedOn.Clips.Where(clip => clip.Set != SplitName.Format(Split.Test)),
        clips.Select(clip => AssignedClip.From(clip, Evaluated) with { DataSet = Evaluated }));

    /// <summary>Pairs of two clips that have shaped the model are training's affair.</summary>
    private static IReadOnlyList<Leak> Find(IEnumerable<AssignedClip> shaped, IEnumerable<AssignedClip> measured)
    {
        AssignedClip[] last = [.. measured];
        return last.Length == 0 ? [] : [.. LeakFinder.Find([.. shaped, .. last]).Where(leak => leak.Second.Set == last[0].Set && leak.First.Set != last[0].Set)];
    }
}
