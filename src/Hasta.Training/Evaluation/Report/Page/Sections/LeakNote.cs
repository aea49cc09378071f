using Hasta.Datasets.Leakage;

namespace Hasta.Training.Evaluation.Report.Page.Sections;

/// <summary>
/// Warns that the figures are likely too good, and why, if measured clips duplicate or resemble clips used to train or validate the model.
/// </summary>
internal static class LeakNote
{
    public static Html Write(EvaluationReport report)
    {
        int same = ClipsOf(report, leak => leak.IsSameClip);
        int near = ClipsOf(report, leak => !leak.IsSameClip);
        return same + near == 0 ? Html.Empty : Html.From($"""
            <p class="leak"><b>Likely too good.</b> {Describe(same, report.Clips, "were used to train or validate the model")}{Describe(near, report.Clips, "have a near-take among the clips used to train or validate the model: the same gloss and an adjacent file number, so most likely the same signer a moment before or after")}Expect lower accuracy for new signers. The pairs are listed in predictions.csv.</p>
            """);
    }

    private static string Describe(int clips, int all, string what) => clips == 0 ? "" : $"{clips} of the {all} clips {what}. ";

    private static int ClipsOf(EvaluationReport report, Func<Leak, bool> kind) =>
        report.LeakPairs.Where(kind).DistinctBy(leak => leak.Second.Clip).Count();
}
