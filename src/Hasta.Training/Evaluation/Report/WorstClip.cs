using Hasta.Training.Data;

namespace Hasta.Training.Evaluation.Report;

/// <summary>A clip that the model gets wrong with high confidence.</summary>
/// <param name="Verdict">The result for the clip.</param>
/// <param name="Picture">The clip.</param>
/// <param name="LooksLike">
/// The measured clip of the predicted gloss that is recognised with the highest confidence; null if there is none.
/// </param>
internal sealed record WorstClip(ClipVerdict Verdict, ClipDrawing Picture, ClipDrawing? LooksLike)
{
    private const int MaxShown = 8;

    /// <summary>For each confusion, the clip with the highest confidence.</summary>
    /// <param name="verdicts">One per clip.</param>
    /// <param name="clips">The clips, in the verdicts' order.</param>
    internal static IReadOnlyList<WorstClip> Select(IReadOnlyList<ClipVerdict> verdicts, IReadOnlyList<LoadedClip> clips)
    {
        (ClipVerdict Verdict, LoadedClip Clip)[] all = [.. verdicts.Zip(clips)];
        ILookup<string, LoadedClip> right = all.Where(pair => pair.Verdict.IsRight)
            .OrderByDescending(pair => pair.Verdict.Confidence)
            .ToLookup(pair => pair.Verdict.Gloss, pair => pair.Clip);
        return
        [
            .. all.Where(pair => !pair.Verdict.IsRight)
                .OrderByDescending(pair => pair.Verdict.Confidence)
                .DistinctBy(pair => (pair.Verdict.Gloss, pair.Verdict.Predicted))
                .Take(MaxShown)
                .Select(pair => new WorstClip(
                    pair.Verdict,
                    ClipDrawing.From(pair.Clip),
                    right[pair.Verdict.Predicted].FirstOrDefault() is { } like ? ClipDrawing.From(like) : null)),
        ];
    }
}
