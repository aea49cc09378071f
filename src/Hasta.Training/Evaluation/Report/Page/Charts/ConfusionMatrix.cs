using Hasta.Training.Evaluation.Metrics;

namespace Hasta.Training.Evaluation.Report.Page.Charts;

/// <summary>A table with one row per true gloss and one column per predicted gloss; the shade is the share of the row.</summary>
internal static class ConfusionMatrix
{
    /// <param name="report">The report whose verdicts are counted.</param>
    /// <param name="glosses">The glosses to show, in order. Predictions of other glosses are counted in a last column.</param>
    public static Html Write(EvaluationReport report, IReadOnlyList<string> glosses)
    {
        Dictionary<(string, string), int> counts = report.Verdicts.CountBy(verdict => (verdict.Gloss, verdict.Predicted)).ToDictionary();
        string[] rows = [.. glosses.Where(report.PerGloss.ContainsKey)];
        string[] columns = [.. glosses.Where(gloss => !report.PerGloss.TryGetValue(gloss, out GlossScore? score) || score.InVocabulary)];
        bool isComplete = glosses.Count == report.Order.Glosses.Count;
        return Html.From($"""
            <div class="scroll" role="region" tabindex="0" aria-label="Confusion matrix of {string.Join(", ", glosses.Take(3))}">
            <table class="matrix"><thead><tr><td></td>{Html.Join(columns.Select(Head))}{(isComplete ? Html.Empty : Head("others"))}</tr></thead><tbody>
            {Html.Join(rows.Select(row => Row(row, report.PerGloss[row].Clips, [.. columns.Select(column => (column, counts.GetValueOrDefault((row, column))))], isComplete)))}</tbody></table>
            </div>
            """);
    }

    private static Html Head(string gloss) => Html.From($"""<th scope="col"><span>{gloss}</span></th>""");

    private static Html Row(string gloss, int clips, (string Column, int Count)[] cells, bool isComplete) => Html.From($"""
        <tr><th scope="row">{gloss}</th>{Html.Join(cells.Select(cell => Cell(cell.Column == gloss, cell.Count, clips)))}{(isComplete ? Html.Empty : Cell(isRight: false, clips - cells.Sum(cell => cell.Count), clips))}</tr>

        """);

    private static Html Cell(bool isRight, int count, int clips) => count == 0
        ? new Html("<td></td>")
        : Html.From($"""<td class="{(isRight ? "right" : "wrong")}" style="--share:{100.0 * count / clips:0}%">{count}</td>""");
}
