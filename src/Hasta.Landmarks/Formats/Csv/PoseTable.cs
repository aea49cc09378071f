using System.Globalization;

namespace Hasta.Landmarks.Formats.Csv;

/// <summary>Landmarks as a CSV table, one line per point of a person in a frame, with a <see cref="PoseSidecar"/>.</summary>
internal static class PoseTable
{
    public const string Extension = ".csv";

    public const string Frame = "frame";
    public const string Person = "person";
    public const string Component = "component";
    public const string Point = "point";
    public const string Confidence = "confidence";

    /// <summary>The columns of coordinates: as many of these as the landmarks have dimensions.</summary>
    public static readonly IReadOnlyList<string> Coordinates = ["x", "y", "z", "w", "v", "u", "t"];

    private const string NegativeNaN = "-NaN";

    /// <summary>So that it reads back the same to the bit: files have NaN with and without a sign.</summary>
    public static string Text(float number) =>
        float.IsNaN(number) && float.IsNegative(number) ? NegativeNaN : number.ToString(CultureInfo.InvariantCulture);

    /// <returns>The number that a cell holds, whose sign .NET's parser does not keep where it is NaN.</returns>
    public static float WithSign(float number, string cell) =>
        float.IsNaN(number) ? MathF.CopySign(number, cell == NegativeNaN ? -1 : 1) : number;
}
