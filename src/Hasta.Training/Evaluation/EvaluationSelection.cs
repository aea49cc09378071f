using Hasta.Datasets;
using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;

namespace Hasta.Training.Evaluation;

/// <summary>The clips to evaluate, and the leaks between them and the clips used to train or validate the model.</summary>
/// <param name="Clips">The clips to evaluate.</param>
/// <param name="Part">test, validation, train or all.</param>
/// <param name="Protocol">One sentence.</param>
/// <param name="Leaks">Pairs of a clip used to train or validate the model and a clip to evaluate.</param>
internal sealed record EvaluationSelection(IReadOnlyList<ManifestEntry> Clips, string Part, string Protocol, IReadOnlyList<Leak> Leaks)
{
    private const string AllClips = "all";
    private const string Seen = "; these clips were used to train or validate the model, so the result does not apply to new clips";

    /// <summary>Whether the clips are the test split of the data set that the model was trained on.</summary>
    public bool IsOwnTest { get; private init; }

    /// <param name="request">What to evaluate.</param>
    /// <param name="plan">The split that the checkpoint was trained with; null if it is not recorded.</param>
    /// <param name="entries">The data folder's clips.</param>
    /// <exception cref="BadFileException">The request names a split, but the model was not trained on this data set.</exception>
    public static EvaluationSelection Create(EvaluationRequest request, SplitPlan? plan, IReadOnlyList<ManifestEntry> entries)
    {
        Dictionary<string, Split> splits = plan?.ByLandmarks() ?? [];
        bool isOwn = entries.All(entry => splits.ContainsKey(entry.PoseSha256)) && splits.ContainsValue(Split.Test);
        if (request.Part is not null && !request.All && !isOwn)
        {
            throw new BadFileException(
                request.Data,
                "this is not the data set that the model was trained on, so it has no such split.",
                "Omit --split to evaluate all its clips.");
        }

        return isOwn ? FromOwn(request, plan!, entries, splits)
            : plan is null ? new EvaluationSelection(entries, AllClips, "the checkpoint does not record which clips it was trained on", [])
            : FromOther(plan, entries);
    }

    private static EvaluationSelection FromOwn(
        EvaluationRequest request, SplitPlan plan, IReadOnlyList<ManifestEntry> entries, Dictionary<string, Split> splits)
    {
        Split? split = request.All ? null : request.Part ?? Split.Test;
        ManifestEntry[] clips = [.. entries.Where(entry => split is null || splits[entry.PoseSha256] == split)];
        IReadOnlyList<Leak> leaks = LeakCheck.Within(clips, split == Split.Train ? null : split, entries, splits);
        string name = split is { } known ? SplitName.Format(known) : AllClips;
        string protocol = plan.Description + (split == Split.Test ? "" : Seen);
        return new EvaluationSelection(clips, name, protocol, leaks) { IsOwnTest = split == Split.Test };
    }

    private static EvaluationSelection FromOther(SplitPlan plan, IReadOnlyList<ManifestEntry> entries)
    {
        IReadOnlyList<Leak> leaks = LeakCheck.Across(entries, plan);
        string protocol = leaks.Any(leak => leak.IsSameClip)
            ? $"{plan.Description}{Seen}"
            : $"none of these clips was used in training; the model: {plan.Description}";
        return new EvaluationSelection(entries, AllClips, protocol, leaks);
    }
}
