namespace Hasta.Evaluation.Page;

/// <summary>A table with a row a true gloss and a column a predicted one; the shade is the share of the row.</summary>
internal static class ConfusionMatrix
{
    public static Html Write(EvaluationReport report, IReadOnlyList<string> glosses)
    {
        Dictionary<(string, string), int> counts = report.Verdicts.CountBy(verdict => (verdict.Gloss, verdict.Predicted)).ToDictionary();
        string[] rows = [.. glosses.Where(report.PerGloss.ContainsKey)];
        string[] columns = [.. glosses.Where(gloss => !report.PerGloss.TryGetValue(gloss, out GlossScore? score) || score.InVocabulary)];
        return Html.Of($"""
            <p>A row is what was signed, a column what the model said. <span class="key right">right</span> <span class="key wrong">wrong</span> The stronger the shade, the larger the share of the row.</p>
            <div class="scroll" role="region" tabindex="0" aria-label="Confusion matrix">
            <table class="matrix"><thead><tr><td></td>{Html.Join(columns.Select(Head))}</tr></thead><tbody>
            {Html.Join(rows.Select(row => Row(row, report.PerGloss[row].Clips, [.. columns.Select(column => (column, counts.GetValueOrDefault((row, column))))])))}</tbody></table>
            </div>
            """);
    }

    private static Html Head(string gloss) => Html.Of($"""<th scope="col"><span>{gloss}</span></th>""");

    private static Html Row(string gloss, int clips, (string Column, int Count)[] cells) => Html.Of($"""
        <tr><th scope="row">{gloss}</th>{Html.Join(cells.Select(cell => Cell(cell.Column == gloss, cell.Count, clips)))}</tr>

        """);

    private static Html Cell(bool isRight, int count, int clips) => count == 0
        ? new Html("<td></td>")
        : Html.Of($"""<td class="{(isRight ? "right" : "wrong")}" style="--share:{100.0 * count / clips:0}%">{count}</td>""");
}
