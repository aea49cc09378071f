namespace Hasta.Training.Evaluation.Report.Page.Charts;

/// <summary>Horizontal bars of fractions. The figures are next to them as text, so the bars are hidden from screen readers.</summary>
internal static class Bar
{
    /// <param name="value">End of the bar, 0..1.</param>
    /// <param name="low">Start of the interval's whisker, 0..1.</param>
    /// <param name="high">End of the whisker, 0..1.</param>
    public static Html Track(double value, double low, double high) => Html.From($"""
        <i class="track" aria-hidden="true"><i class="fill" style="width:{100 * value:0.##}%"></i><i class="whisker" style="left:{100 * low:0.##}%;width:{100 * (high - low):0.##}%"></i></i>
        """);

    /// <param name="value">End of the bar, 0..1.</param>
    public static Html Plain(double value) => Html.From($"""
        <i class="track" aria-hidden="true"><i class="fill" style="width:{100 * value:0.##}%"></i></i>
        """);
}
