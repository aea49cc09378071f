using System.Globalization;

namespace Hasta.Landmarks.Formats.Csv;

/// <summary>Landmarks as a CSV table with one row per frame, person and point, and a <see cref="PoseSidecar"/>.</summary>
internal static class PoseTable
{
    public const string Extension = ".csv";

    public const string Frame = "frame";
    public const string Person = "person";
    public const string Component = "component";
    public const string Point = "point";
    public const string Confidence = "confidence";

    /// <summary>Coordinate columns; a table of n-dimensional landmarks has the first n.</summary>
    public static readonly IReadOnlyList<string> Coordinates = ["x", "y", "z", "w", "v", "u", "t"];

    private const string NegativeNaN = "-NaN";

    /// <summary>Round-trips to the bit: files contain NaN with and without a sign.</summary>
    public static string Text(float number) =>
        float.IsNaN(number) && float.IsNegative(number) ? NegativeNaN : number.ToString(CultureInfo.InvariantCulture);

    /// <returns>The parsed number with the sign in the cell, which .NET's parser drops for NaN.</returns>
    public static float WithSign(float number, string cell) =>
        float.IsNaN(number) ? MathF.CopySign(number, cell == NegativeNaN ? -1 : 1) : number;
}
