using System.Globalization;
using Hasta.Training.Evaluation.Metrics;

namespace Hasta.Training.Evaluation.Report.Page;

/// <summary>Formats figures for people.</summary>
internal static class Format
{
    /// <param name="fraction">0..1.</param>
    public static string Percent(double fraction) => string.Create(CultureInfo.InvariantCulture, $"{100 * fraction:0.#}%");

    public static string Interval(Interval interval) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * interval.Low:0.#}–{Percent(interval.High)}");

    public static string Number(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}");

    public static string Count(int count, string singular, string plural) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? singular : plural)}");

    /// <returns>1st, 2nd, 3rd, 11th, 22nd.</returns>
    public static string Place(int place)
    {
        string suffix = place % 100 is 11 or 12 or 13 ? "th" : (place % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return string.Create(CultureInfo.InvariantCulture, $"{place}{suffix}");
    }

    public static string Time(TimeSpan time) => time switch
    {
        { TotalMilliseconds: < 10 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms"),
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms"),
        { TotalMinutes: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.0} min"),
    };
}
