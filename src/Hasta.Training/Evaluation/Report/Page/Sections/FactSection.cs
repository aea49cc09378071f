using Hasta.Training.Evaluation.Metrics;

namespace Hasta.Training.Evaluation.Report.Page.Sections;

/// <summary>What was measured, on which data and with which settings, so that it can be repeated.</summary>
internal static class FactSection
{
    public static Html Write(EvaluationReport report)
    {
        ReportHeader header = report.Header;
        return Html.From($"""
            <section>
            <h2>What was measured</h2>
            <dl class="facts">
            <dt>Model</dt><dd>{header.Model}, {header.Parameters:N0} parameters</dd>
            <dt>Data</dt><dd>{header.Data}{(header.Synthetic ? " (synthetic)" : "")}, split: {header.Part}; {Format.Count(report.Clips, "clip", "clips")}, {Format.Count(report.PerGloss.Count, "gloss", "glosses")}, {Format.Count(report.PerSigner.Count, "known signer", "known signers")}</dd>
            <dt>Intervals</dt><dd>{(report.IntervalBy == IntervalMethod.Signer ? "headline figures: two-stage bootstrap by signer, accuracies no narrower than Wilson; signers and glosses: Wilson" : "Wilson, macro-F1 by bootstrap; clips assumed independent")}; 95%</dd>
            <dt>Machine</dt><dd>{header.Machine}</dd>
            <dt>Time</dt><dd>{Format.Time(header.Elapsed)} in total, {Format.Time(header.Elapsed / report.Clips)} per clip; on {header.Measured:yyyy-MM-dd HH:mm zzz}</dd>
            </dl>
            </section>
            """);
    }
}
