using System.Numerics;
using System.Runtime.InteropServices;
using Hasta.Landmarks.Formats.Pose;

namespace Hasta.Landmarks.Formats;

/// <summary>Distinguishes pixels from other units by the values of the coordinates, and converts other units to pixels.</summary>
internal static class PoseUnits
{
    /// <summary>Shoulders closer together than this, and as close to the corner of the frame, are not in pixels.</summary>
    private const float MaxSmall = 2;

    /// <summary>Shoulders closer together than this fit no unit.</summary>
    private const float MinShoulderWidth = 0.01f;

    /// <summary>
    /// Tolerance of the shoulder width (1) and the midpoint of the shoulders (0) in units of shoulder widths: turned shoulders vary.
    /// </summary>
    private const float Tolerance = 0.25f;

    /// <summary>
    /// In fractions of the frame, nobody's shoulders are in its corner; numbers around 0 come from another normalisation.
    /// </summary>
    private const float Corner = 0.05f;

    /// <summary>Larger than any fraction or shoulder width of a person in the frame.</summary>
    private const float MaxOtherUnit = 8;

    /// <returns>
    /// Null for small numbers that are neither fractions nor shoulder widths, and for shoulders at the same place; pixels if the shoulders
    /// are never seen.
    /// </returns>
    public static CoordinateUnits? Guess(HandTracks tracks)
    {
        (float width, Vector2 middle) = (tracks.ShoulderWidth, tracks.ShoulderMiddle);
        bool isSmall = width < MaxSmall && Math.Abs(middle.X) <= MaxSmall && Math.Abs(middle.Y) <= MaxSmall;
        return width <= MinShoulderWidth ? null
            : !isSmall ? CoordinateUnits.Pixels
            : Math.Abs(width - 1) <= Tolerance && middle.Length() <= Tolerance ? CoordinateUnits.Shoulders
            : middle is { X: >= Corner and <= 1, Y: >= Corner and <= 1.3f } ? CoordinateUnits.Fractions
            : null;
    }

    /// <exception cref="BadFileException">Its coordinates are not in pixels.</exception>
    public static void Check(string name, HandTracks tracks)
    {
        CoordinateUnits? units = Guess(tracks);
        if (units == CoordinateUnits.Pixels)
        {
            return;
        }

        throw units is null
            ? new BadFileException(
                name,
                "its coordinates are neither pixels nor fractions of the frame nor shoulder widths.",
                "Undo their normalisation, or save the landmarks before it.")
            : new BadFileException(
                name,
                $"its coordinates are not pixels: they look like {Describe(units.Value)}.",
                Remedy(name, units.Value));
    }

    /// <summary>The command that converts them to pixels.</summary>
    public static string Remedy(string name, CoordinateUnits units) =>
        $"Convert them to pixels with: hasta convert {name} OUT{PoseFile.Extension} --units {units.ToString().ToLowerInvariant()}"
        + " (and --size WIDTHxHEIGHT if the file lacks the frame size).";

    public static string Describe(CoordinateUnits units) =>
        units == CoordinateUnits.Fractions ? "fractions of the frame" : "shoulder widths";

    /// <summary>Whether most of the points that are seen are too far from the origin for any other unit.</summary>
    public static bool LooksLikePixels(PoseDocument document)
    {
        int dimensions = document.Header.Dimensions;
        int seen = 0;
        int far = 0;
        for (int point = 0; point < document.Points; point++)
        {
            ReadOnlySpan<float> coordinates = document.Data.Slice(point * dimensions, Math.Min(dimensions, 2));
            bool isSeen = document.Confidence[point] > 0;
            seen += isSeen ? 1 : 0;
            far += isSeen && (Math.Abs(coordinates[0]) > MaxOtherUnit || Math.Abs(coordinates[^1]) > MaxOtherUnit) ? 1 : 0;
        }

        return far > seen / 2;
    }

    /// <summary>
    /// Missing points are unchanged. With shoulder widths, the person is placed in the middle of the frame, with a shoulder width of a
    /// quarter of its height.
    /// </summary>
    public static PoseDocument ToPixels(PoseDocument document, CoordinateUnits units)
    {
        PoseHeader header = document.Header;
        (Vector3 scale, Vector2 origin) = units switch
        {
            CoordinateUnits.Fractions => (new Vector3(header.Width, header.Height, header.Width), Vector2.Zero),
            CoordinateUnits.Shoulders => (new Vector3(header.Height / 4f), new Vector2(header.Width / 2f, header.Height * 0.4f)),
            _ => (Vector3.One, Vector2.Zero),
        };
        byte[] body = document.Body.ToArray();
        Span<float> numbers = MemoryMarshal.Cast<byte, float>(body.AsSpan());
        for (int point = 0; point < document.Points; point++)
        {
            if (document.Confidence[point] == 0)
            {
                continue;
            }

            Span<float> coordinates = numbers.Slice(point * header.Dimensions, header.Dimensions);
            for (int i = 0; i < Math.Min(coordinates.Length, 3); i++)
            {
                coordinates[i] = (coordinates[i] * scale[i]) + (i < 2 ? origin[i] : 0);
            }
        }

        return document with { Body = body };
    }
}
