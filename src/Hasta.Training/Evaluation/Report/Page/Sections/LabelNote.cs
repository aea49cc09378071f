using Hasta.Training.Evaluation.Metrics;

namespace Hasta.Training.Evaluation.Report.Page.Sections;

/// <summary>Top-1 by INCLUDE's published labels and by the corrected ones.</summary>
internal static class LabelNote
{
    public static Html Write(LabelScores? labels) => labels is null ? Html.Empty : Html.From($"""
        <p class="lead">According to an audit that we have not verified, {Format.Count(labels.Clips, "clip is", "clips are")} mislabelled: top-1 is <b>{Describe(labels.Original)}</b> by INCLUDE's original labels and <b>{Describe(labels.Corrected)}</b> by the corrected ones.</p>
        """);

    private static string Describe(LabelScore score) =>
        $"{Format.Percent(score.Top1)} ({Format.Interval(new Interval(score.Low, score.High))})";
}
