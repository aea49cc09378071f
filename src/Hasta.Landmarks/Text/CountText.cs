using System.Globalization;

namespace Hasta.Landmarks.Text;

/// <summary>Writes counts with their noun: "1 clip", "2 clips".</summary>
internal static class CountText
{
    /// <param name="count">The count.</param>
    /// <param name="singular">The noun, with what follows it, for a count of one.</param>
    /// <param name="plural">The same for other counts; by default the noun with an s.</param>
    public static string Of(int count, string singular, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? singular : plural ?? singular + "s")}");
}
