namespace Hasta.Evaluation.Page;

/// <summary>Clips to go and look at: where the model was surest, right and wrong.</summary>
internal static class ExampleSection
{
    private const int Listed = 8;

    public static Html Write(EvaluationReport report) => Html.Of($"""
        <section>
        <h2>Clips to look at</h2>
        <div class="pair">
        {List("Wrong, and the surest of it", report.Verdicts.Where(verdict => !verdict.IsRight).OrderByDescending(verdict => verdict.Confidence))}
        {List("Right, but the least sure", report.Verdicts.Where(verdict => verdict.IsRight).OrderBy(verdict => verdict.Confidence))}
        </div>
        </section>
        """);

    private static Html List(string title, IEnumerable<ClipVerdict> verdicts)
    {
        ClipVerdict[] listed = [.. verdicts.Take(Listed)];
        return listed.Length == 0
            ? Html.Of($"<div><h3>{title}</h3><p>There is none.</p></div>")
            : Html.Of($"""
                <div><h3>{title}</h3>
                <table class="list"><thead><tr><th scope="col">Clip</th><th scope="col">Said</th><th scope="col" class="number">Confidence</th></tr></thead><tbody>
                {Html.Join(listed.Select(Row))}</tbody></table></div>
                """);
    }

    private static Html Row(ClipVerdict verdict) => Html.Of($"""
        <tr><td>{verdict.Clip}<small>{Truth(verdict)}</small></td><td>{verdict.Predicted}</td><td class="number">{Show.Percent(verdict.Confidence)}{Bar.Plain(verdict.Confidence)}</td></tr>

        """);

    private static string Truth(ClipVerdict verdict)
    {
        string signer = verdict.Signer is null ? "" : $" by {verdict.Signer}";
        return verdict switch
        {
            { Rank: null } => $"is {verdict.Gloss}{signer}: never learnt",
            { IsRight: true } => $"is {verdict.Gloss}{signer}",
            _ => $"is {verdict.Gloss}{signer}: its guess number {verdict.Rank}",
        };
    }
}
