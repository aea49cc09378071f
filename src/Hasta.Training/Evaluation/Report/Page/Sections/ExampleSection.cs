using Hasta.Training.Evaluation.Report.Page.Charts;

namespace Hasta.Training.Evaluation.Report.Page.Sections;

/// <summary>
/// Clips to inspect: the errors with the highest confidence, as drawings, and the right answers with the lowest confidence.
/// </summary>
internal static class ExampleSection
{
    private const int MaxListed = 8;

    public static Html Write(EvaluationReport report) => Html.From($"""
        <section>
        <h2>Clips to inspect</h2>
        <h3>Wrong, with the highest confidence</h3>
        {Wrong(report)}
        <h3>Right, with the lowest confidence</h3>
        {List(report.Verdicts.Where(verdict => verdict.IsRight).OrderBy(verdict => verdict.Confidence))}
        </section>
        """);

    private static Html Wrong(EvaluationReport report) => report.Worst.Count == 0
        ? List(report.Verdicts.Where(verdict => !verdict.IsRight).OrderByDescending(verdict => verdict.Confidence))
        : Html.From($"""
            <p>One clip of each confusion, the highest confidence first. A strip shows frames of the clip from the camera’s view, as passed to the model: the signer’s left hand <b class="leftkey">blue</b>, the right <b class="rightkey">orange</b>, faint if the hand was not detected. Below it, if there is one, a correctly recognised clip of the predicted gloss.</p>
            {Html.Join(report.Worst.Select(Example))}
            """);

    private static Html Example(WorstClip worst) => Html.From($"""
        <article>
        <p><b>{worst.Verdict.Gloss}</b>, mistaken for <b>{worst.Verdict.Predicted}</b> with {Format.Percent(worst.Verdict.Confidence)} confidence{After(worst.Verdict)}</p>
        {Clip(worst.Verdict.Gloss, worst.Picture)}
        {(worst.LooksLike is { } like ? Clip(worst.Verdict.Predicted, like) : Html.Empty)}
        </article>
        """);

    private static Html Clip(string gloss, ClipDrawing picture) => Html.From($"""
        <div class="clip"><small><b>{gloss}</b> {picture.Clip}{By(picture.Signer)}, {picture.Seconds:0.0} s</small>{SkeletonStrip.Write(picture)}</div>
        """);

    private static Html List(IEnumerable<ClipVerdict> verdicts)
    {
        ClipVerdict[] listed = [.. verdicts.Take(MaxListed)];
        return listed.Length == 0
            ? Html.From($"<p>None.</p>")
            : Html.From($"""
                <table class="list"><thead><tr><th scope="col">Clip</th><th scope="col">Predicted</th><th scope="col" class="number">Confidence</th></tr></thead><tbody>
                {Html.Join(listed.Select(Row))}</tbody></table>
                """);
    }

    private static Html Row(ClipVerdict verdict) => Html.From($"""
        <tr><td>{verdict.Clip}<small>is {verdict.Gloss}{By(verdict.Signer)}{After(verdict)}</small></td><td>{verdict.Predicted}</td><td class="number">{Format.Percent(verdict.Confidence)}{Bar.Plain(verdict.Confidence)}</td></tr>

        """);

    private static string By(string? signer) => signer is null ? "" : $" by {signer}";

    private static string After(ClipVerdict verdict) => verdict switch
    {
        { Rank: null } => "; the gloss is outside the vocabulary",
        { IsRight: true } => "",
        _ => $"; the true gloss ranked {Format.Place(verdict.Rank.Value)}",
    };
}
