using System.Globalization;
using CsvHelper;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.Text;

namespace Hasta.Landmarks.Formats.Csv;

/// <summary>Writes a <see cref="PoseTable"/>. Numbers round-trip exactly; the coordinates of a missing point are empty.</summary>
internal static class PoseTableWriter
{
    /// <exception cref="IOException">The disk is full.</exception>
    public static void Write(Stream stream, PoseDocument document, CancellationToken cancellationToken)
    {
        using var text = new StreamWriter(stream, leaveOpen: true);
        using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        IEnumerable<string> coordinates = PoseTable.Coordinates.Take(document.Header.Dimensions);
        WriteLine(csv, [PoseTable.Frame, PoseTable.Person, PoseTable.Component, PoseTable.Point, .. coordinates, PoseTable.Confidence]);
        int point = 0;
        for (int frame = 0; frame < document.Frames; frame++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int person = 0; person < document.People; person++)
            {
                foreach ((string component, string name) in Names(document.Header))
                {
                    string[] names = [SpreadsheetText.Protect(component), SpreadsheetText.Protect(name)];
                    WriteLine(csv, [Text(frame), Text(person), .. names, .. Numbers(document, point)]);
                    point++;
                }
            }
        }
    }

    public static IEnumerable<(string Component, string Point)> Names(PoseHeader header) =>
        header.Components.SelectMany(component => component.Points.Select(point => (component.Name, point)));

    private static IEnumerable<string> Numbers(PoseDocument document, int point)
    {
        int dimensions = document.Header.Dimensions;
        float[] coordinates = document.Data.Slice(point * dimensions, dimensions).ToArray();
        float confidence = document.Confidence[point];
        bool isMissing = confidence == 0 && Array.TrueForAll(coordinates, number => BitConverter.SingleToInt32Bits(number) == 0);
        return [.. coordinates.Select(number => isMissing ? string.Empty : PoseTable.Text(number)), PoseTable.Text(confidence)];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void WriteLine(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (string cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
