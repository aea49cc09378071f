using Hasta.Training.Data;

namespace Hasta.Training.Evaluation.Report;

/// <summary>A clip that the model is sure of and wrong.</summary>
/// <param name="Verdict">What it said.</param>
/// <param name="Picture">The clip.</param>
/// <param name="LooksLike">The measured clip that it named right by that gloss and was surest of; null where there is none.</param>
internal sealed record WorstClip(ClipVerdict Verdict, ClipPicture Picture, ClipPicture? LooksLike)
{
    private const int Shown = 8;

    /// <summary>Of each confusion the clip that the model was surest of.</summary>
    /// <param name="verdicts">One per clip.</param>
    /// <param name="clips">The clips, in the verdicts' order.</param>
    internal static IReadOnlyList<WorstClip> Select(IReadOnlyList<ClipVerdict> verdicts, IReadOnlyList<LoadedClip> clips)
    {
        (ClipVerdict Verdict, LoadedClip Clip)[] all = [.. verdicts.Zip(clips)];
        ILookup<string, LoadedClip> right = all.Where(pair => pair.Verdict.IsRight).OrderByDescending(pair => pair.Verdict.Confidence).ToLookup(pair => pair.Verdict.Gloss, pair => pair.Clip);
        return
        [
            .. all.Where(pair => !pair.Verdict.IsRight)
                .OrderByDescending(pair => pair.Verdict.Confidence)
                .DistinctBy(pair => (pair.Verdict.Gloss, pair.Verdict.Predicted))
                .Take(Shown)
                .Select(pair => new WorstClip(pair.Verdict, ClipPicture.From(pair.Clip), right[pair.Verdict.Predicted].FirstOrDefault() is { } like ? ClipPicture.From(like) : null)),
        ];
    }
}
