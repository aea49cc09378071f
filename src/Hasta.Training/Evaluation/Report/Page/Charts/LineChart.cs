namespace Hasta.Training.Evaluation.Report.Page.Charts;

/// <summary>One line over the epochs.</summary>
internal static class LineChart
{
    /// <param name="Title">What the line shows.</param>
    /// <param name="Summary">The main result, in words.</param>
    /// <param name="Points">From left to right; a value that is not finite leaves a gap in the line.</param>
    /// <param name="Ceiling">The top of the scale, above 0; its floor is 0.</param>
    /// <param name="Label">Formats a value of the scale.</param>
    public sealed record Series(
        string Title, string Summary, IReadOnlyList<(double X, double Y)> Points, double Ceiling, Func<double, string> Label);

    public static Html Write(Series series) => Chart.Figure(series.Title + " by epoch", series.Summary, Html.From($"""
        {Chart.Grid(y => series.Label(y * series.Ceiling))}
        {Chart.Ticks(Ticks(series))}
        <path class="line" d="{Path(series)}"/>
        {Html.Join(series.Points.Where(point => double.IsFinite(point.Y)).TakeLast(1).Select(point => Dot(series, point)))}
        """));

    private static Html Dot(Series series, (double X, double Y) point) => Html.From($"""
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

    private static IEnumerable<(double X, string Text)> Ticks(Series series)
    {
        double first = series.Points[0].X;
        double last = series.Points[^1].X;
        return Enumerable.Range(0, 5)
            .Select(i => Math.Round(first + ((last - first) * i / 4)))
            .Distinct()
            .Select(epoch => (Share(series, epoch), $"{epoch:0}"));
    }

    private static double X(Series series, double x) => Chart.X(Share(series, x));

    private static double Y(Series series, double y) => Chart.Y(y / series.Ceiling);

    /// <summary>0 for the first point, 1 for the last.</summary>
    private static double Share(Series series, double x)
    {
        double first = series.Points[0].X;
        double span = series.Points[^1].X - first;
        return span == 0 ? 0.5 : (x - first) / span;
    }
}
