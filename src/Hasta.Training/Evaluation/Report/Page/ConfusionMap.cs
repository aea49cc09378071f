namespace Hasta.Training.Evaluation.Report.Page;

/// <summary>
/// The whole matrix as a drawing for many glosses: a line a true gloss, a column a predicted one. Only cells with clips are drawn, so it grows with the clips. It fits
/// the page, where it shows the shape; enlarged (a box to tick, no script) the names can be read too.
/// </summary>
internal static class ConfusionMap
{
    private const int Cell = 10;
    private const int Names = 120;
    private const int RuleEvery = 10;

    public static Html Write(EvaluationReport report)
    {
        IReadOnlyList<string> glosses = report.Order.Glosses;
        int size = Names + (Cell * glosses.Count);
        var places = glosses.Index().ToDictionary(gloss => gloss.Item, gloss => gloss.Index, StringComparer.Ordinal);
        var cells = report.Verdicts.CountBy(verdict => (verdict.Gloss, verdict.Predicted)).OrderByDescending(cell => cell.Key.Gloss == cell.Key.Predicted);
        return Html.From($"""
            <label class="enlarge"><input type="checkbox"/> Enlarge until the names can be read</label>
            <div class="scroll map" role="region" tabindex="0" aria-label="Confusion matrix of {glosses.Count} glosses" style="--size:{size}px">
            <svg viewBox="0 0 {size} {size}" role="img" aria-label="Confusion matrix; the pairs are listed below">
            {Html.Join(Enumerable.Range(0, (glosses.Count / RuleEvery) + 1).Select(i => Rule(Names + (i * RuleEvery * Cell), size)))}
            {Html.Join(glosses.Select(Name))}
            {Html.Join(cells.Select(cell => Mark(cell.Key, places, cell.Value, report.PerGloss[cell.Key.Gloss].Clips)))}
            </svg></div>
            """);
    }

    private static Html Rule(int at, int size) => Html.From($"""
        <path class="grid" d="M{at} {Names}V{size}M{Names} {at}H{size}"/>
        """);

    private static Html Name(string gloss, int place) => Html.From($"""
        <text x="{Names - 4}" y="{Names + (place * Cell) + 8}" class="end">{Short(gloss)}</text><text transform="translate({Names + (place * Cell) + 8} {Names - 4})rotate(-90)">{Short(gloss)}</text>

        """);

    /// <summary>A wrong one is drawn a little over its cell: single clips must not vanish among hundreds of columns.</summary>
    private static Html Mark((string Gloss, string Predicted) pair, Dictionary<string, int> places, int count, int clips)
    {
        bool isRight = pair.Gloss == pair.Predicted;
        int over = isRight ? 0 : 2;
        int x = Names + (places[pair.Predicted] * Cell) - over;
        int y = Names + (places[pair.Gloss] * Cell) - over;
        string what = isRight ? $"{pair.Gloss}: {count} of {clips} right" : $"{pair.Gloss} taken for {pair.Predicted}: {count} of {clips}";
        return Html.From($"""
            <rect class="{(isRight ? "right" : "wrong")}" x="{x}" y="{y}" width="{Cell + (2 * over)}" height="{Cell + (2 * over)}" opacity="{0.3 + (0.7 * count / clips):0.##}"><title>{what}</title></rect>

            """);
    }

    private static string Short(string gloss) => gloss.Length <= 22 ? gloss : gloss[..21] + "…";
}
