namespace Hasta.Training.Evaluation.Report.Page;

/// <summary>Clips to go and look at: where the model was surest and wrong, as drawings, and where it was right but hardly sure.</summary>
internal static class ExampleSection
{
    private const int Listed = 8;

    public static Html Write(EvaluationReport report) => Html.From($"""
        <section>
        <h2>Clips to look at</h2>
        <h3>Wrong, and the surest of it</h3>
        {Wrong(report)}
        <h3>Right, but the least sure</h3>
        {List(report.Verdicts.Where(verdict => verdict.IsRight).OrderBy(verdict => verdict.Confidence))}
        </section>
        """);

    private static Html Wrong(EvaluationReport report) => report.Worst.Count == 0
        ? List(report.Verdicts.Where(verdict => !verdict.IsRight).OrderByDescending(verdict => verdict.Confidence))
        : Html.From($"""
            <p>One clip of each confusion, the surest first. A strip shows moments of it, as the camera saw it and as the model was given it: the signer’s own left hand <b class="leftkey">blue</b>, the right <b class="rightkey">orange</b>, faint where the hand was not seen. Below it, where there is one, a clip of the word that the model said and got right.</p>
            {Html.Join(report.Worst.Select(Example))}
            """);

    private static Html Example(WorstClip worst) => Html.From($"""
        <article>
        <p><b>{worst.Verdict.Gloss}</b>, taken for <b>{worst.Verdict.Predicted}</b> with {Format.Percent(worst.Verdict.Confidence)} confidence{After(worst.Verdict)}</p>
        {Clip(worst.Verdict.Gloss, worst.Picture)}
        {(worst.LooksLike is { } like ? Clip(worst.Verdict.Predicted, like) : Html.Empty)}
        </article>
        """);

    private static Html Clip(string gloss, ClipPicture picture) => Html.From($"""
        <div class="clip"><small><b>{gloss}</b> {picture.Clip}{By(picture.Signer)}, {picture.Seconds:0.0} s</small>{SkeletonStrip.Write(picture)}</div>
        """);

    private static Html List(IEnumerable<ClipVerdict> verdicts)
    {
        ClipVerdict[] listed = [.. verdicts.Take(Listed)];
        return listed.Length == 0
            ? Html.From($"<p>There is none.</p>")
            : Html.From($"""
                <table class="list"><thead><tr><th scope="col">Clip</th><th scope="col">Said</th><th scope="col" class="number">Confidence</th></tr></thead><tbody>
                {Html.Join(listed.Select(Row))}</tbody></table>
                """);
    }

    private static Html Row(ClipVerdict verdict) => Html.From($"""
        <tr><td>{verdict.Clip}<small>is {verdict.Gloss}{By(verdict.Signer)}{After(verdict)}</small></td><td>{verdict.Predicted}</td><td class="number">{Format.Percent(verdict.Confidence)}{Bar.Plain(verdict.Confidence)}</td></tr>

        """);

    private static string By(string? signer) => signer is null ? "" : $" by {signer}";

    private static string After(ClipVerdict verdict) => verdict switch
    {
        { Rank: null } => "; a word that it never learnt",
        { IsRight: true } => "",
        _ => $"; the right word came {Format.Place(verdict.Rank.Value)}",
    };
}
