namespace Hasta.Evaluation.Page;

/// <summary>One line as inline SVG. Coordinates are those of a 480 x 240 picture that scales with the page.</summary>
internal static class LineChart
{
    private const double Left = 52;
    private const double Right = 468;
    private const double Top = 14;
    private const double Bottom = 206;

    /// <param name="Title">What the line shows.</param>
    /// <param name="Summary">What to see in it, in words.</param>
    /// <param name="Points">From left to right; a value that is not finite leaves a gap in the line.</param>
    /// <param name="Ceiling">The top of the scale, above 0; its floor is 0.</param>
    /// <param name="Label">How a value of the scale is written.</param>
    public sealed record Series(string Title, string Summary, IReadOnlyList<(double X, double Y)> Points, double Ceiling, Func<double, string> Label);

    public static Html Write(Series series) => Html.Of($"""
        <figure>
        <figcaption><b>{series.Title}</b> {series.Summary}</figcaption>
        <svg viewBox="0 0 480 240" role="img" aria-label="{series.Title} by epoch: {series.Summary}">
        {Html.Join(Enumerable.Range(0, 5).Select(quarter => Grid(series, quarter * series.Ceiling / 4)))}
        {Html.Join(Ticks(series).Select(epoch => Tick(series, epoch)))}
        <path class="line" d="{Path(series)}"/>
        {Html.Join(series.Points.Where(point => double.IsFinite(point.Y)).TakeLast(1).Select(point => Dot(series, point)))}
        </svg>
        </figure>
        """);

    private static Html Grid(Series series, double value) => Html.Of($"""
        <path class="grid" d="M{Left} {Y(series, value):0.#}H{Right}"/><text class="end" x="{Left - 8}" y="{Y(series, value) + 4:0.#}">{series.Label(value)}</text>
        """);

    private static Html Tick(Series series, double epoch) => Html.Of($"""
        <text class="middle" x="{X(series, epoch):0.#}" y="{Bottom + 20}">{epoch:0}</text>
        """);

    private static Html Dot(Series series, (double X, double Y) point) => Html.Of($"""
        <circle cx="{X(series, point.X):0.#}" cy="{Y(series, point.Y):0.#}" r="4"/>
        """);

    private static string Path(Series series)
    {
        string pen = "M";
        var path = new System.Text.StringBuilder();
        foreach ((double x, double y) in series.Points)
        {
            if (double.IsFinite(y))
            {
                path.Append(System.Globalization.CultureInfo.InvariantCulture, $"{pen}{X(series, x):0.#} {Y(series, y):0.#}");
            }

            pen = double.IsFinite(y) ? "L" : "M";
        }

        return path.ToString();
    }

    private static IEnumerable<double> Ticks(Series series)
    {
        double first = series.Points[0].X;
        double last = series.Points[^1].X;
        return Enumerable.Range(0, 5).Select(i => Math.Round(first + ((last - first) * i / 4))).Distinct();
    }

    private static double X(Series series, double x)
    {
        double first = series.Points[0].X;
        double span = series.Points[^1].X - first;
        return span == 0 ? (Left + Right) / 2 : Left + ((x - first) / span * (Right - Left));
    }

    private static double Y(Series series, double y) => Bottom - (Math.Clamp(y / series.Ceiling, 0, 1) * (Bottom - Top));
}
