namespace Hasta.Training.Evaluation.Report.Page.Charts;

/// <summary>
/// The axes of the page's charts, as inline SVG. The view box is 480 x 240 and scales with the page; positions in a chart are 0..1 from
/// left to right and from bottom to top.
/// </summary>
internal static class Chart
{
    private const double Left = 52;
    private const double Right = 468;
    private const double Top = 14;
    private const double Bottom = 206;

    /// <param name="title">What the chart shows.</param>
    /// <param name="summary">The main result, in words.</param>
    /// <param name="content">The markup of the plot.</param>
    public static Html Figure(string title, string summary, Html content) => Html.From($"""
        <figure>
        <figcaption><b>{title}</b> {summary}</figcaption>
        <svg viewBox="0 0 480 240" role="img" aria-label="{title}: {summary}">
        {content}
        </svg>
        </figure>
        """);

    /// <summary>Five horizontal lines, labelled on the left.</summary>
    public static Html Grid(Func<double, string> label) => Html.Join(Quarters().Select(y => Html.From($"""
        <path class="grid" d="M{Left} {Y(y):0.#}H{Right}"/><text class="end" x="{Left - 8}" y="{Y(y) + 4:0.#}">{label(y)}</text>
        """)));

    /// <summary>Labels below the chart.</summary>
    public static Html Ticks(IEnumerable<(double X, string Text)> ticks) => Html.Join(ticks.Select(tick => Html.From($"""
        <text class="middle" x="{X(tick.X):0.#}" y="{Bottom + 20}">{tick.Text}</text>
        """)));

    /// <summary>Labels from 0 to 100% below the chart.</summary>
    public static Html PercentTicks() => Ticks(Quarters().Select(x => (x, Format.Percent(x))));

    public static Html Rectangle(string kind, (double Left, double Right) x, (double Low, double High) y) => y.High <= y.Low
        ? Html.Empty
        : Html.From($"""
            <rect class="{kind}" x="{X(x.Left):0.#}" y="{Y(y.High):0.#}" width="{X(x.Right) - X(x.Left):0.#}" height="{Y(y.Low) - Y(y.High):0.#}"/>
            """);

    public static double X(double x) => Left + (x * (Right - Left));

    public static double Y(double y) => Bottom - (Math.Clamp(y, 0, 1) * (Bottom - Top));

    private static IEnumerable<double> Quarters() => Enumerable.Range(0, 5).Select(quarter => quarter / 4.0);
}
