using Hasta.Training.Evaluation.Metrics;
using Hasta.Training.Evaluation.Report.Page.Charts;

namespace Hasta.Training.Evaluation.Report.Page.Sections;

/// <summary>One bar per gloss, the lowest F1 first; a long list is collapsed.</summary>
internal static class GlossSection
{
    private const int Unfolded = 40;

    public static Html Write(EvaluationReport report)
    {
        KeyValuePair<string, GlossScore>[] scores =
            [.. report.PerGloss.OrderBy(gloss => gloss.Value.F1).ThenByDescending(gloss => gloss.Value.Clips)];
        return Html.From($"""
            <section>
            <h2>Glosses</h2>
            <p>{Format.Count(scores.Length, "gloss", "glosses")}, the lowest F1 first. The bar is recall: of the clips of the gloss, the share recognised. F1 also counts clips wrongly predicted as the gloss.</p>
            {Table(scores.Take(Unfolded))}
            {Folded([.. scores.Skip(Unfolded)])}
            </section>
            """);
    }

    private static Html Folded(KeyValuePair<string, GlossScore>[] scores) => scores.Length == 0
        ? Html.Empty
        : Html.From(
            $"""<details class="more"><summary>The other {Format.Count(scores.Length, "gloss", "glosses")}</summary>"""
            + $"""{Table(scores)}</details>""");

    private static Html Table(IEnumerable<KeyValuePair<string, GlossScore>> scores) => Html.From($"""
        <table class="bars"><thead><tr><th scope="col">Gloss</th><th scope="col" class="wide">Recall</th><th scope="col" class="number">Recall</th><th scope="col" class="number aside">95% interval</th><th scope="col" class="number aside">Precision</th><th scope="col" class="number">F1</th><th scope="col" class="number">Clips</th></tr></thead><tbody>
        {Html.Join(scores.Select(gloss => Row(gloss.Key, gloss.Value)))}</tbody></table>
        """);

    private static Html Row(string gloss, GlossScore score) => Html.From($"""
        <tr><th scope="row">{gloss}{(score.InVocabulary ? Html.Empty : new Html(" <small>not in the vocabulary</small>"))}</th><td class="wide">{Bar.Track(score.Top1, score.Low, score.High)}</td><td class="number">{Format.Percent(score.Top1)}</td><td class="number aside">{Format.Interval(new Interval(score.Low, score.High))}</td><td class="number aside">{Format.Percent(score.Precision)}</td><td class="number">{Format.Percent(score.F1)}</td><td class="number">{score.Clips}</td></tr>

        """);
}
