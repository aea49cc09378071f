using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using CsvHelper.TypeConversion;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets;

/// <summary>Writes tables for spreadsheets: text goes through <see cref="SpreadsheetText"/>, numbers are unchanged.</summary>
internal static class SpreadsheetCsv
{
    /// <summary>A header line with the names of <typeparamref name="T"/>'s properties, then one line per row; UTF-8.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public static void Write<T>(Stream stream, IEnumerable<T> rows)
    {
        using var text = new StreamWriter(stream, leaveOpen: true);
        using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        csv.Context.TypeConverterCache.AddConverter<string>(new ProtectedText());
        csv.WriteRecords(rows);
    }

    private sealed class ProtectedText : StringConverter
    {
        public override string? ConvertToString(object? value, IWriterRow row, MemberMapData memberMapData) =>
            value is string text ? SpreadsheetText.Protect(text) : base.ConvertToString(value, row, memberMapData);
    }
}
