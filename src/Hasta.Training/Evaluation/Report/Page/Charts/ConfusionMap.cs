namespace Hasta.Training.Evaluation.Report.Page.Charts;

/// <summary>
/// The whole confusion matrix as an SVG, for many glosses: one row per true gloss, one column per predicted gloss. Only cells with clips
/// are drawn, so its size grows with the number of clips. Scaled to the page it shows the overall pattern; a checkbox (no script)
/// enlarges it until the names are readable.
/// </summary>
internal static class ConfusionMap
{
    private const int Cell = 10;
    private const int Names = 120;
    private const int GridStep = 10;

    public static Html Write(EvaluationReport report)
    {
        IReadOnlyList<string> glosses = report.Order.Glosses;
        int size = Names + (Cell * glosses.Count);
        var indices = glosses.Index().ToDictionary(gloss => gloss.Item, gloss => gloss.Index, StringComparer.Ordinal);
        var cells = report.Verdicts.CountBy(verdict => (verdict.Gloss, verdict.Predicted))
            .OrderByDescending(cell => cell.Key.Gloss == cell.Key.Predicted);
        return Html.From($"""
            <label class="enlarge"><input type="checkbox"/> Enlarge to read the names</label>
            <div class="scroll map" role="region" tabindex="0" aria-label="Confusion matrix of {glosses.Count} glosses" style="--size:{size}px">
            <svg viewBox="0 0 {size} {size}" role="img" aria-label="Confusion matrix; the pairs are listed below">
            {Html.Join(Enumerable.Range(0, (glosses.Count / GridStep) + 1).Select(i => GridLine(Names + (i * GridStep * Cell), size)))}
            {Html.Join(glosses.Select(Name))}
            {Html.Join(cells.Select(cell => Mark(cell.Key, indices, cell.Value, report.PerGloss[cell.Key.Gloss].Clips)))}
            </svg></div>
            """);
    }

    private static Html GridLine(int at, int size) => Html.From($"""
        <path class="grid" d="M{at} {Names}V{size}M{Names} {at}H{size}"/>
        """);

    private static Html Name(string gloss, int index) => Html.From($"""
        <text x="{Names - 4}" y="{Names + (index * Cell) + 8}" class="end">{Short(gloss)}</text><text transform="translate({Names + (index * Cell) + 8} {Names - 4})rotate(-90)">{Short(gloss)}</text>

        """);

    /// <summary>Errors are drawn slightly larger than their cell, so that single clips stay visible among hundreds of columns.</summary>
    private static Html Mark((string Gloss, string Predicted) pair, Dictionary<string, int> indices, int count, int clips)
    {
        bool isRight = pair.Gloss == pair.Predicted;
        int overhang = isRight ? 0 : 2;
        int x = Names + (indices[pair.Predicted] * Cell) - overhang;
        int y = Names + (indices[pair.Gloss] * Cell) - overhang;
        string title = isRight
            ? $"{pair.Gloss}: {count} of {clips} right"
            : $"{pair.Gloss} mistaken for {pair.Predicted}: {count} of {clips}";
        return Html.From($"""
            <rect class="{(isRight ? "right" : "wrong")}" x="{x}" y="{y}" width="{Cell + (2 * overhang)}" height="{Cell + (2 * overhang)}" opacity="{0.3 + (0.7 * count / clips):0.##}"><title>{title}</title></rect>

            """);
    }

    private static string Short(string gloss) => gloss.Length <= 22 ? gloss : gloss[..21] + "…";
}
