using Hasta.Training.Evaluation.Report.Page.Charts;

namespace Hasta.Training.Evaluation.Report.Page.Sections;

/// <summary>The training curve: two small charts with one scale each, and the figures as a table.</summary>
internal static class CurveSection
{
    private static readonly int[] RoundSteps = [1, 2, 4, 10];

    public static Html Write(IReadOnlyList<CurvePoint> curve) => curve.Count == 0 ? Html.Empty : Html.From($"""
        <section>
        <h2>Training curve</h2>
        <div class="pair">
        {Validation(curve)}
        {Loss(curve)}
        </div>
        <details><summary>The figures</summary>
        <table class="list"><thead><tr><th scope="col" class="number">Epoch</th><th scope="col" class="number">Training loss</th><th scope="col" class="number">Validation accuracy</th></tr></thead><tbody>
        {Html.Join(curve.Select(Row))}</tbody></table></details>
        </section>
        """);

    private static Html Validation(IReadOnlyList<CurvePoint> curve)
    {
        CurvePoint best = curve.MaxBy(point => point.ValidationAccuracy)!;
        return LineChart.Write(new LineChart.Series(
            "Validation accuracy",
            $"best {Format.Percent(best.ValidationAccuracy)} after epoch {best.Epoch}",
            [.. curve.Select(point => ((double)point.Epoch, point.ValidationAccuracy))],
            1,
            Format.Percent));
    }

    private static Html Loss(IReadOnlyList<CurvePoint> curve) => LineChart.Write(new LineChart.Series(
        "Training loss",
        $"from {Format.Number(curve[0].TrainLoss)} to {Format.Number(curve[^1].TrainLoss)} "
        + $"in {Format.Count(curve.Count, "epoch", "epochs")}",
        [.. curve.Select(point => ((double)point.Epoch, point.TrainLoss))],
        Ceiling(curve.Select(point => point.TrainLoss).Where(double.IsFinite).DefaultIfEmpty(1).Max()),
        Format.Number));

    private static Html Row(CurvePoint point) => Html.From($"""
        <tr><td class="number">{point.Epoch}</td><td class="number">{point.TrainLoss:0.0000}</td><td class="number">{Format.Percent(point.ValidationAccuracy)}</td></tr>

        """);

    /// <summary>Rounds up to 1, 2, 4 or 10 times a power of ten, so that quarters of it are short numbers.</summary>
    private static double Ceiling(double value)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(value, 1e-6))));
        return power * RoundSteps.First(step => value <= step * power * 1.000001);
    }
}
