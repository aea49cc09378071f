using Hasta.Datasets;
using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;

namespace Hasta.Training.Evaluation;

/// <summary>The clips to measure, and what they share with the clips that shaped the model.</summary>
/// <param name="Clips">What to measure.</param>
/// <param name="Part">test, validation, train or all.</param>
/// <param name="Protocol">One sentence.</param>
/// <param name="Leaks">Pairs of a clip that shaped the model and one of these.</param>
internal sealed record EvaluationSelection(IReadOnlyList<ManifestEntry> Clips, string Part, string Protocol, IReadOnlyList<Leak> Leaks)
{
    private const string AllClips = "all";
    private const string Seen = "; these clips have shaped the model, so this says nothing of new ones";

    /// <summary>Whether they are the test part of the data set that the model was trained on.</summary>
    public bool IsOwnTest { get; private init; }

    /// <param name="request">What is asked.</param>
    /// <param name="plan">What the checkpoint was trained by, if it says.</param>
    /// <param name="entries">The data folder's clips.</param>
    /// <exception cref="BadFileException">A part is asked for of a data set that has none.</exception>
    public static EvaluationSelection Create(EvaluationRequest request, SplitPlan? plan, IReadOnlyList<ManifestEntry> entries)
    {
        Dictionary<string, Split> parts = plan?.ByLandmarks() ?? [];
        bool own = entries.All(entry => parts.ContainsKey(entry.PoseSha256)) && parts.ContainsValue(Split.Test);
        if (request.Part is not null && !request.All && !own)
        {
            throw new BadFileException(request.Data, "this is not the data set that the model was trained on, so it has no such part.", "Leave --split out to measure all its clips.");
        }

        return own ? OfOwn(request, plan!, entries, parts)
            : plan is null ? new EvaluationSelection(entries, AllClips, "the checkpoint does not say which clips it was trained on", [])
            : OfOther(plan, entries);
    }

    private static EvaluationSelection OfOwn(EvaluationRequest request, SplitPlan plan, IReadOnlyList<ManifestEntry> entries, Dictionary<string, Split> parts)
    {
        Split? part = request.All ? null : request.Part ?? Split.Test;
        ManifestEntry[] clips = [.. entries.Where(entry => part is null || parts[entry.PoseSha256] == part)];
        IReadOnlyList<Leak> leaks = LeakCheck.Within(clips, part == Split.Train ? null : part, entries, parts);
        return new EvaluationSelection(clips, part is { } one ? SplitName.Format(one) : AllClips, plan.Description + (part == Split.Test ? "" : Seen), leaks) { IsOwnTest = part == Split.Test };
    }

    private static EvaluationSelection OfOther(SplitPlan plan, IReadOnlyList<ManifestEntry> entries)
    {
        IReadOnlyList<Leak> leaks = LeakCheck.Across(entries, plan);
        string protocol = leaks.Any(leak => leak.IsSameClip) ? $"{plan.Description}{Seen}" : $"none of these clips was used in training; the model: {plan.Description}";
        return new EvaluationSelection(entries, AllClips, protocol, leaks);
    }
}
