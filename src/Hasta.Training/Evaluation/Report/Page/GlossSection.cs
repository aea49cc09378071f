using Hasta.Training.Evaluation.Metrics;

namespace Hasta.Training.Evaluation.Report.Page;

/// <summary>A bar a gloss, the hardest first; a long list folds.</summary>
internal static class GlossSection
{
    private const int Unfolded = 40;

    public static Html Write(EvaluationReport report)
    {
        KeyValuePair<string, GlossScore>[] scores = [.. report.PerGloss.OrderBy(gloss => gloss.Value.F1).ThenByDescending(gloss => gloss.Value.Clips)];
        return Html.From($"""
            <section>
            <h2>Glosses</h2>
            <p>{Format.Count(scores.Length, "word", "words")}, the hardest first. The bar is recall: of the clips that carry the word, the share recognised. F1 also counts the clips wrongly called so.</p>
            {Table(scores.Take(Unfolded))}
            {Folded([.. scores.Skip(Unfolded)])}
            </section>
            """);
    }

    private static Html Folded(KeyValuePair<string, GlossScore>[] scores) => scores.Length == 0
        ? Html.Empty
        : Html.From($"""<details class="more"><summary>The other {Format.Count(scores.Length, "word", "words")}</summary>{Table(scores)}</details>""");

    private static Html Table(IEnumerable<KeyValuePair<string, GlossScore>> scores) => Html.From($"""
        <table class="bars"><thead><tr><th scope="col">Gloss</th><th scope="col" class="wide">Recall</th><th scope="col" class="number">Recall</th><th scope="col" class="number aside">95% interval</th><th scope="col" class="number aside">Precision</th><th scope="col" class="number">F1</th><th scope="col" class="number">Clips</th></tr></thead><tbody>
        {Html.Join(scores.Select(gloss => Row(gloss.Key, gloss.Value)))}</tbody></table>
        """);

    private static Html Row(string gloss, GlossScore score) => Html.From($"""
        <tr><th scope="row">{gloss}{(score.InVocabulary ? Html.Empty : new Html(" <small>not learnt</small>"))}</th><td class="wide">{Bar.Track(score.Top1, score.Low, score.High)}</td><td class="number">{Format.Percent(score.Top1)}</td><td class="number aside">{Format.Interval(new Interval(score.Low, score.High))}</td><td class="number aside">{Format.Percent(score.Precision)}</td><td class="number">{Format.Percent(score.F1)}</td><td class="number">{score.Clips}</td></tr>

        """);
}
