using Hasta.Training.Evaluation.Metrics;

namespace Hasta.Training.Evaluation.Report.Page;

/// <summary>INCLUDE's labels: the figure by the published ones and by the corrected ones.</summary>
internal static class LabelNote
{
    public static Html Write(LabelScores? labels) => labels is null ? Html.Empty : Html.From($"""
        <p class="lead">An audit, not verified by us, says that {Format.Count(labels.Clips, "clip is", "clips are")} mislabelled: top-1 is <b>{Say(labels.Original)}</b> by INCLUDE's original labels and <b>{Say(labels.Corrected)}</b> by the corrected ones.</p>
        """);

    private static string Say(LabelScore score) => $"{Format.Percent(score.Top1)} ({Format.Interval(new Interval(score.Low, score.High))})";
}
