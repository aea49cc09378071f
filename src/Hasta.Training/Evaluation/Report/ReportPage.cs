using Hasta.Training.Evaluation.Report.Page;

namespace Hasta.Training.Evaluation.Report;

/// <summary>
/// The report as one HTML file that opens offline: no script, nothing loaded from elsewhere, light and dark, fit for paper. It is well-formed XML too.
/// All names in it are escaped.
/// </summary>
internal static class ReportPage
{
    /// <param name="report">What to show.</param>
    /// <param name="curve">The training run's epochs in their order; empty where they are not known.</param>
    /// <returns>A whole HTML document, to be written as UTF-8.</returns>
    public static string Render(EvaluationReport report, IReadOnlyList<CurvePoint> curve) => Html.From($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{Format.Percent(report.Top1)} on {report.Header.Data}{(report.Header.Synthetic ? " (synthetic)" : "")} · Hasta</title>
        <style>
        {new Html(ReportStyle.Css)}
        </style>
        </head>
        <body>
        {HeadlineSection.Write(report)}
        <main>
        {FactSection.Write(report)}
        {SignerSection.Write(report)}
        {GlossSection.Write(report)}
        {ConfusionSection.Write(report)}
        {ExampleSection.Write(report)}
        {ConfidenceSection.Write(report)}
        {CurveSection.Write(curve)}
        </main>
        <footer><p>Made by Hasta, an open-source recogniser of Indian Sign Language. {(report.Header.Synthetic ? "The data is synthetic. " : "")}Confidence is the model's own and not a promise.</p></footer>
        </body>
        </html>

        """).Text;
}
