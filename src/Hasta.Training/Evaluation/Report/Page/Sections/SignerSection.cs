using Hasta.Training.Evaluation.Metrics;
using Hasta.Training.Evaluation.Report.Page.Charts;

namespace Hasta.Training.Evaluation.Report.Page.Sections;

/// <summary>One bar per signer, because an average hides the signers for whom the model fails.</summary>
internal static class SignerSection
{
    public static Html Write(EvaluationReport report) => report.PerSigner.Count == 0
        ? Html.From($"<section><h2>Signers</h2><p>The data does not identify signers, so there are no figures by signer.</p></section>\n")
        : Html.From($"""
            <section>
            <h2>Signers</h2>
            <p>{Format.Count(report.PerSigner.Count, "signer", "signers")}, the lowest accuracy first. The line across a bar's end is the 95% interval of that signer's clips.</p>
            <table class="bars"><thead><tr><th scope="col">Signer</th><th scope="col" class="wide">Recognised</th><th scope="col" class="number">Top-1</th><th scope="col" class="number aside">95% interval</th><th scope="col" class="number">Clips</th></tr></thead><tbody>
            {Html.Join(report.PerSigner.OrderBy(signer => signer.Value.Top1).Select(signer => Row(signer.Key, signer.Value)))}</tbody></table>
            {Rest(report)}
            </section>
            """);

    private static Html Row(string signer, SignerScore score) => Html.From($"""
        <tr><th scope="row">{signer}</th><td class="wide">{Bar.Track(score.Top1, score.Low, score.High)}</td><td class="number">{Format.Percent(score.Top1)}</td><td class="number aside">{Format.Interval(new Interval(score.Low, score.High))}</td><td class="number">{score.Clips}</td></tr>

        """);

    private static Html Rest(EvaluationReport report)
    {
        int unknown = report.Clips - report.PerSigner.Values.Sum(score => score.Clips);
        return unknown == 0
            ? Html.Empty
            : Html.From(
                $"<p>{Format.Count(unknown, "clip without a known signer is", "clips without a known signer are")} not listed.</p>");
    }
}
