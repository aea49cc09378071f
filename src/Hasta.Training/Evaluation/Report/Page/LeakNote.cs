using Hasta.Datasets.Leakage;

namespace Hasta.Training.Evaluation.Report.Page;

/// <summary>Says that the figures are too good, and by what, where clips that shaped the model are like those that were measured.</summary>
internal static class LeakNote
{
    public static Html Write(EvaluationReport report)
    {
        int same = ClipsOf(report, leak => leak.IsSameClip);
        int near = ClipsOf(report, leak => !leak.IsSameClip);
        return same + near == 0 ? Html.Empty : Html.From($"""
            <p class="leak"><b>Likely too good.</b> {Say(same, report.Clips, "shaped the model themselves")}{Say(near, report.Clips, "have a near-take among the clips that shaped the model: the same word and a neighbouring file number, so most likely the same person a moment before or after")}On strangers, expect less. The pairs stand in predictions.csv.</p>
            """);
    }

    private static string Say(int clips, int all, string what) => clips == 0 ? "" : $"{clips} of the {all} clips {what}. ";

    private static int ClipsOf(EvaluationReport report, Func<Leak, bool> kind) => report.LeakPairs.Where(kind).DistinctBy(leak => leak.Second.Clip).Count();
}
