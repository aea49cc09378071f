using System.Globalization;

namespace Hasta.Tool.Output;

/// <summary>Formats confidences for people.</summary>
internal static class ConfidenceText
{
    private const double Highest = 0.99;

    /// <returns>A percentage; ">99%" instead of 100%, because no answer is certain.</returns>
    public static string Format(double confidence) =>
        confidence > Highest ? ">99%" : string.Create(CultureInfo.InvariantCulture, $"{100 * confidence:0}%");
}
