namespace Hasta.Evaluation.Page;

/// <summary>What is taken for what: a heat map while it can be read, and always the most frequent confusions as a list.</summary>
internal static class ConfusionSection
{
    private const int LargestMatrix = 40;
    private const int PairsBesideMatrix = 10;
    private const int PairsAlone = 40;

    public static Html Write(EvaluationReport report)
    {
        string[] glosses = [.. report.Verdicts.Select(verdict => verdict.Predicted).Union(report.PerGloss.Keys).Order(StringComparer.Ordinal)];
        bool readable = glosses.Length <= LargestMatrix;
        return Html.Of($"""
            <section>
            <h2>What is taken for what</h2>
            {(readable ? ConfusionMatrix.Write(report, glosses) : TooMany(glosses.Length))}
            {Pairs(report, readable ? PairsBesideMatrix : PairsAlone)}
            </section>
            """);
    }

    private static Html TooMany(int glosses) => Html.Of($"<p>With {glosses} words a matrix cannot be read; these are the confusions that happened most often.</p>");

    private static Html Pairs(EvaluationReport report, int listed) => report.Confusions.Count == 0
        ? Html.Of($"<p>Nothing was confused.</p>")
        : Html.Of($"""
            <h3>Most frequent confusions</h3>
            <table class="list"><thead><tr><th scope="col">Signed</th><th scope="col">Taken for</th><th scope="col" class="number">Clips</th><th scope="col" class="number">Of its clips</th></tr></thead><tbody>
            {Html.Join(report.Confusions.Take(listed).Select(confusion => Row(confusion, report.PerGloss[confusion.Gloss].Clips)))}</tbody></table>
            {More([.. report.Confusions.Skip(listed)])}
            """);

    private static Html Row(Confusion confusion, int clips) => Html.Of($"""
        <tr><td>{confusion.Gloss}</td><td>{confusion.Predicted}</td><td class="number">{confusion.Clips}</td><td class="number">{Show.Percent((double)confusion.Clips / clips)}</td></tr>

        """);

    private static Html More(Confusion[] rarer) => rarer.Length == 0
        ? Html.Empty
        : Html.Of($"<p>{Show.Count(rarer.Length, "rarer pair is", "rarer pairs are")} not listed: {Show.Count(rarer.Sum(confusion => confusion.Clips), "clip", "clips")}.</p>");
}
