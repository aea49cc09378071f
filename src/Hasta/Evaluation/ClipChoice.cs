using Hasta.Datasets;

namespace Hasta.Evaluation;

/// <summary>The clips to measure, and the sentence that says what they share with the training clips.</summary>
/// <param name="Clips">What to measure.</param>
/// <param name="Part">test, validation, train or all.</param>
/// <param name="Protocol">One sentence.</param>
public sealed record ClipChoice(IReadOnlyList<ManifestEntry> Clips, string Part, string Protocol)
{
    private const string Seen = "; these clips have shaped the model, so this says nothing of new ones";

    /// <param name="request">What is asked.</param>
    /// <param name="plan">What the checkpoint was trained by, if it says.</param>
    /// <param name="entries">The data folder's clips.</param>
    /// <exception cref="TrainingClipsException">Clips asked for have shaped the model.</exception>
    public static ClipChoice Of(EvaluationRequest request, SplitPlan? plan, IReadOnlyList<ManifestEntry> entries)
    {
        Dictionary<string, Split> parts = plan?.Clips.DistinctBy(clip => clip.PoseSha256).ToDictionary(clip => clip.PoseSha256, clip => clip.Split) ?? [];
        bool own = entries.All(entry => parts.ContainsKey(entry.PoseSha256)) && parts.ContainsValue(Split.Test);
        if (own && !request.All)
        {
            Split part = request.Part ?? Split.Test;
            ManifestEntry[] chosen = [.. entries.Where(entry => parts[entry.PoseSha256] == part)];
            Refuse(request, plan!, part == Split.Train ? chosen : []);
            return new ClipChoice(chosen, part.ToString().ToLowerInvariant(), plan!.Description + (part == Split.Test ? "" : Seen));
        }

        if (request.Part is not null && !request.All)
        {
            throw new BadFileException(request.Data, "this is not the data set that the model was trained on, so it has no such part.", "Leave --split out to measure all its clips.");
        }

        if (plan is null)
        {
            return new ClipChoice(entries, "all", "the checkpoint does not say which clips it was trained on");
        }

        Refuse(request, plan, entries);
        bool leaked = entries.Any(entry => parts.TryGetValue(entry.PoseSha256, out Split part) && part != Split.Test);
        return new ClipChoice(entries, "all", leaked ? $"{plan.Description}{Seen}" : "none of these clips was used in training; the model: " + plan.Description);
    }

    private static void Refuse(EvaluationRequest request, SplitPlan plan, IReadOnlyList<ManifestEntry> clips)
    {
        if (!request.AllowTrainingClips)
        {
            LeakCheck.Check(clips, plan);
        }
    }
}
