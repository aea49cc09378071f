using Hasta.Training.Evaluation.Metrics;
using Hasta.Training.Evaluation.Report.Page.Charts;

namespace Hasta.Training.Evaluation.Report.Page.Sections;

/// <summary>
/// The confusions: a table if it is small enough to read, otherwise a map with close-ups; and always a list of the most frequent ones.
/// </summary>
internal static class ConfusionSection
{
    private const int MaxMatrixSize = 40;
    private const int PairsWithMatrix = 10;
    private const int PairsWithMap = 40;
    private const int MaxCloseUps = 8;

    public static Html Write(EvaluationReport report)
    {
        bool isReadable = report.Order.Glosses.Count <= MaxMatrixSize;
        return Html.From($"""
            <section>
            <h2>Confusions</h2>
            <p>Rows are true glosses, columns are predicted glosses. <span class="key right">right</span> <span class="key wrong">wrong</span> A stronger shade is a larger share of the row. Glosses that the model confuses are next to each other (each is followed by the most similar remaining one, by the probability that the model gives to one on clips of the other).</p>
            {(isReadable ? ConfusionMatrix.Write(report, report.Order.Glosses) : Map(report))}
            {Pairs(report, isReadable ? PairsWithMatrix : PairsWithMap)}
            </section>
            """);
    }

    private static Html Map(EvaluationReport report)
    {
        var groups = report.Order.Groups
            .Select(group => (Glosses: group, Wrong: report.Confusions
                .Where(confusion => group.Contains(confusion.Gloss) && group.Contains(confusion.Predicted))
                .Sum(confusion => confusion.Clips)))
            .Where(group => group.Wrong > 0)
            .OrderByDescending(group => group.Wrong)
            .Take(MaxCloseUps)
            .ToArray();
        return Html.From($"""
            {ConfusionMap.Write(report)}
            {(groups.Length == 0 ? Html.Empty : Html.From($"<h3>Close-ups: glosses that are confused with each other</h3>"))}
            <div class="closeups">
            {Html.Join(groups.Select(group => ConfusionMatrix.Write(report, group.Glosses)))}
            </div>
            """);
    }

    private static Html Pairs(EvaluationReport report, int listed) => report.Confusions.Count == 0
        ? Html.From($"<p>There are no confusions.</p>")
        : Html.From($"""
            <h3>Most frequent confusions</h3>
            <table class="list"><thead><tr><th scope="col">Gloss</th><th scope="col">Mistaken for</th><th scope="col" class="number">Clips</th><th scope="col" class="number">Share of its clips</th></tr></thead><tbody>
            {Html.Join(report.Confusions.Take(listed).Select(confusion => Row(confusion, report.PerGloss[confusion.Gloss].Clips)))}</tbody></table>
            {More([.. report.Confusions.Skip(listed)])}
            """);

    private static Html Row(Confusion confusion, int clips) => Html.From($"""
        <tr><td>{confusion.Gloss}</td><td>{confusion.Predicted}</td><td class="number">{confusion.Clips}</td><td class="number">{Format.Percent((double)confusion.Clips / clips)}</td></tr>

        """);

    private static Html More(Confusion[] rarer) => rarer.Length == 0
        ? Html.Empty
        : Html.From($"<p>{Format.Count(rarer.Length, "rarer pair is", "rarer pairs are")} not listed: "
            + $"{Format.Count(rarer.Sum(confusion => confusion.Clips), "clip", "clips")}.</p>");
}
