using System.Globalization;

namespace Hasta.Landmarks.Text;

/// <summary>Parses numbers in cells. Thousands separators are not allowed: "0,5" is one half or an error, never 5.</summary>
internal static class CsvNumber
{
    public static bool TryParse(string cell, bool hasDecimalCommas, out double number) =>
        double.TryParse(WithPoint(cell, hasDecimalCommas), NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    public static bool TryParse(string cell, bool hasDecimalCommas, out float number) =>
        float.TryParse(WithPoint(cell, hasDecimalCommas), NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static string WithPoint(string cell, bool hasDecimalCommas) =>
        hasDecimalCommas && !cell.Contains('.', StringComparison.Ordinal) ? cell.Replace(',', '.') : cell;
}
