using Hasta.Include;

namespace Hasta.Training.Evaluation.Metrics;

/// <summary>
/// Top-1 of INCLUDE's clips by its published labels and by the corrected ones (<see cref="GlossCorrections"/>), whichever of them the data
/// folder has.
/// </summary>
/// <param name="Clips">Clips whose label is reported to be wrong.</param>
/// <param name="Original">By the published labels.</param>
/// <param name="Corrected">By the corrected ones.</param>
internal sealed record LabelScores(int Clips, LabelScore Original, LabelScore Corrected)
{
    /// <returns>Null if no clip's label is reported to be wrong.</returns>
    internal static LabelScores? From(ClipVerdict[] verdicts, IntervalMethod by)
    {
        int fixes = verdicts.Count(verdict => FixOf(verdict) is not null);
        return fixes == 0 ? null : new LabelScores(
            fixes,
            LabelScore.From(
                verdicts, by, verdict => FixOf(verdict) is { } fix ? IsSame(verdict.Predicted, fix.Original) : verdict.IsRight),
            LabelScore.From(
                verdicts, by, verdict => FixOf(verdict) is { } fix ? IsSame(verdict.Predicted, fix.Corrected) : verdict.IsRight));
    }

    /// <summary>Other data may have files of the same names, so the gloss must be one of the two.</summary>
    private static GlossCorrection? FixOf(ClipVerdict verdict) =>
        GlossCorrections.Find(verdict.Clip) is { } fix && (IsSame(verdict.Gloss, fix.Original) || IsSame(verdict.Gloss, fix.Corrected))
            ? fix
            : null;

    private static bool IsSame(string gloss, string other) => IncludeName.KeyOf(gloss) == IncludeName.KeyOf(other);
}
