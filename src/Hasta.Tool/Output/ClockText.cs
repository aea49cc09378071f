using System.Globalization;

namespace Hasta.Tool.Output;

/// <summary>Formats times of a stream for people.</summary>
internal static class ClockText
{
    /// <returns>Such as 1:23 or 1:02:03, rounded down to whole seconds.</returns>
    public static string Format(TimeSpan time) =>
        time.ToString(time.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);

    /// <returns>Such as 1:23.4 or 1:02:03.4.</returns>
    public static string FormatTenths(TimeSpan time) => $"{Format(time)}{time.ToString(@"\.f", CultureInfo.InvariantCulture)}";
}
