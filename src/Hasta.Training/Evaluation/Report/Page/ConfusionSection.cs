using Hasta.Training.Evaluation.Metrics;

namespace Hasta.Training.Evaluation.Report.Page;

/// <summary>What is taken for what: a table while it can be read, else a map and close-ups of it; and always the most frequent confusions as a list.</summary>
internal static class ConfusionSection
{
    private const int MaxMatrixSize = 40;
    private const int PairsBesideMatrix = 10;
    private const int PairsAlone = 40;
    private const int CloseUps = 8;

    public static Html Write(EvaluationReport report)
    {
        bool readable = report.Order.Glosses.Count <= MaxMatrixSize;
        return Html.From($"""
            <section>
            <h2>What is taken for what</h2>
            <p>A row is what was signed, a column what the model said. <span class="key right">right</span> <span class="key wrong">wrong</span> The stronger the shade, the larger the share of the row. Words that the model mixes up stand beside each other (average-linkage clustering of the probabilities that it gives to each other's clips).</p>
            {(readable ? ConfusionMatrix.Write(report, report.Order.Glosses) : Map(report))}
            {Pairs(report, readable ? PairsBesideMatrix : PairsAlone)}
            </section>
            """);
    }

    private static Html Map(EvaluationReport report)
    {
        var groups = report.Order.Groups
            .Select(group => (Glosses: group, Wrong: report.Confusions.Where(confusion => group.Contains(confusion.Gloss) && group.Contains(confusion.Predicted)).Sum(confusion => confusion.Clips)))
            .Where(group => group.Wrong > 0)
            .OrderByDescending(group => group.Wrong)
            .Take(CloseUps)
            .ToArray();
        return Html.From($"""
            {ConfusionMap.Write(report)}
            {(groups.Length == 0 ? Html.Empty : Html.From($"<h3>Close-ups: words that are mixed up among themselves</h3>"))}
            <div class="closeups">
            {Html.Join(groups.Select(group => ConfusionMatrix.Write(report, group.Glosses)))}
            </div>
            """);
    }

    private static Html Pairs(EvaluationReport report, int listed) => report.Confusions.Count == 0
        ? Html.From($"<p>Nothing was confused.</p>")
        : Html.From($"""
            <h3>Most frequent confusions</h3>
            <table class="list"><thead><tr><th scope="col">Signed</th><th scope="col">Taken for</th><th scope="col" class="number">Clips</th><th scope="col" class="number">Of its clips</th></tr></thead><tbody>
            {Html.Join(report.Confusions.Take(listed).Select(confusion => Row(confusion, report.PerGloss[confusion.Gloss].Clips)))}</tbody></table>
            {More([.. report.Confusions.Skip(listed)])}
            """);

    private static Html Row(Confusion confusion, int clips) => Html.From($"""
        <tr><td>{confusion.Gloss}</td><td>{confusion.Predicted}</td><td class="number">{confusion.Clips}</td><td class="number">{Format.Percent((double)confusion.Clips / clips)}</td></tr>

        """);

    private static Html More(Confusion[] rarer) => rarer.Length == 0
        ? Html.Empty
        : Html.From($"<p>{Format.Count(rarer.Length, "rarer pair is", "rarer pairs are")} not listed: {Format.Count(rarer.Sum(confusion => confusion.Clips), "clip", "clips")}.</p>");
}
