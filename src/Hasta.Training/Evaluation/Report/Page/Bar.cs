namespace Hasta.Training.Evaluation.Report.Page;

/// <summary>Horizontal bars of fractions; the figures stand beside them as text, so they are hidden from screen readers.</summary>
internal static class Bar
{
    /// <param name="value">Where the bar ends, 0..1.</param>
    /// <param name="low">Where the interval's whisker begins, 0..1.</param>
    /// <param name="high">Where it ends, 0..1.</param>
    public static Html Track(double value, double low, double high) => Html.From($"""
        <i class="track" aria-hidden="true"><i class="fill" style="width:{100 * value:0.##}%"></i><i class="whisker" style="left:{100 * low:0.##}%;width:{100 * (high - low):0.##}%"></i></i>
        """);

    /// <param name="value">Where the bar ends, 0..1.</param>
    public static Html Plain(double value) => Html.From($"""
        <i class="track" aria-hidden="true"><i class="fill" style="width:{100 * value:0.##}%"></i></i>
        """);
}
