using Hasta.Training.Evaluation.Metrics;
using Hasta.Training.Evaluation.Report.Page.Charts;

namespace Hasta.Training.Evaluation.Report.Page.Sections;

/// <summary>
/// How well confidence matches accuracy: the reliability diagram, and a histogram of the confidence of right and wrong answers.
/// </summary>
internal static class ConfidenceSection
{
    public static Html Write(EvaluationReport report) => Html.From($"""
        <section>
        <h2>Confidence</h2>
        <p>Confidence is the model's probability for its predicted gloss{Scale(report)}. Both charts divide 0 to 100% into {report.Reliability.Bins.Count} bins of equal width (Guo et al. 2017).</p>
        <div class="pair">
        {Reliability(report)}
        {Histogram(report)}
        </div>
        </section>
        """);

    private static string Scale(EvaluationReport report) => report.Header.Temperature == 1
        ? ""
        : $", at temperature {Format.Number(report.Header.Temperature)}, which was fitted on held-out clips of the training data";

    private static Html Reliability(EvaluationReport report) => Chart.Figure(
        "Accuracy by confidence",
        $"expected calibration error (ECE) {Format.Percent(report.Reliability.Ece)}. "
        + "A bar that ends on the dashed diagonal is well calibrated; below it the model is overconfident. "
        + "Thin lines: 95% intervals; paler bars: fewer than 10 clips",
        Html.From($"""
            {Chart.Grid(Format.Percent)}
            {Chart.PercentTicks()}
            {Html.Join(report.Reliability.Bins.Where(bin => bin.Clips > 0).Select(ReliabilityBar))}
            <path class="slope" d="M{Chart.X(0):0.#} {Chart.Y(0):0.#}L{Chart.X(1):0.#} {Chart.Y(1):0.#}"/>
            """));

    private static Html ReliabilityBar(ReliabilityBin bin)
    {
        const int minClips = 10;
        Interval interval = WilsonInterval.Compute(bin.Right, bin.Clips);
        double share = (double)bin.Right / bin.Clips;
        return Html.From($"""
            <g><title>{Range(bin)}: {bin.Right} of {Format.Count(bin.Clips, "clip", "clips")} right, mean confidence {Format.Percent(bin.Confidence ?? 0)}</title>{Chart.Rectangle(bin.Clips < minClips ? "right few" : "right", Inner(bin), (0, share))}<path class="reach" d="M{Chart.X((bin.From + bin.To) / 2):0.#} {Chart.Y(interval.Low):0.#}V{Chart.Y(interval.High):0.#}"/></g>
            """);
    }

    private static Html Histogram(EvaluationReport report)
    {
        int max = (report.Reliability.Bins.Max(bin => bin.Clips) + 3) / 4 * 4; // the scale has four intervals
        int wrong = report.Reliability.Bins.Sum(bin => bin.Clips - bin.Right);
        return Chart.Figure(
            "Clips by confidence",
            $"{report.Clips - wrong:N0} right (teal, bottom) and {wrong:N0} wrong (orange, top)"
            + (report.Unsure is null ? "" : "; left of the dashed line the answer is “unsure”"),
            Html.From($"""
                {Chart.Grid(y => Format.Number(y * max))}
                {Chart.PercentTicks()}
                {Html.Join(report.Reliability.Bins.Where(bin => bin.Clips > 0).Select(bin => HistogramBar(bin, max)))}
                {Threshold(report.Unsure)}
                """));
    }

    private static Html HistogramBar(ReliabilityBin bin, double max) => Html.From($"""
        <g><title>{Range(bin)}: {bin.Right} right, {bin.Clips - bin.Right} wrong</title>{Chart.Rectangle("right", Inner(bin), (0, bin.Right / max))}{Chart.Rectangle("wrong", Inner(bin), (bin.Right / max, bin.Clips / max))}</g>
        """);

    private static Html Threshold(UnsureScore? unsure) => unsure is null ? Html.Empty : Html.From($"""
        <path class="slope" d="M{Chart.X(unsure.Threshold):0.#} {Chart.Y(0):0.#}V{Chart.Y(1):0.#}"/>
        """);

    private static string Range(ReliabilityBin bin) => $"{Format.Percent(bin.From)} to {Format.Percent(bin.To)}";

    /// <summary>Leaves a gap between adjacent bars.</summary>
    private static (double Left, double Right) Inner(ReliabilityBin bin) =>
        (bin.From + (0.06 * (bin.To - bin.From)), bin.To - (0.06 * (bin.To - bin.From)));
}
