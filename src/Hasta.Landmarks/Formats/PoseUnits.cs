using System.Numerics;
using System.Runtime.InteropServices;
using Hasta.Landmarks.Formats.Pose;

namespace Hasta.Landmarks.Formats;

/// <summary>Tells pixels from other units by the coordinates' values, and makes pixels of them.</summary>
internal static class PoseUnits
{
    /// <summary>Shoulders closer together than this, and as near to the corner of the picture, are not in pixels.</summary>
    private const float Pixels = 2;

    /// <summary>Shoulders closer together than this are no unit's.</summary>
    private const float Nothing = 0.01f;

    /// <summary>How far from 1 a shoulder width and from 0 the middle of the shoulders may be where they are the unit: turned shoulders vary.</summary>
    private const float Slack = 0.25f;

    /// <summary>In fractions of the picture nobody's shoulders are in its corner; numbers about 0 are some other normalisation's.</summary>
    private const float Corner = 0.05f;

    /// <summary>Neither fractions nor shoulder widths of a person in the picture come to so much.</summary>
    private const float TooMuch = 8;

    /// <returns>Null for small numbers that are neither fractions nor shoulder widths.</returns>
    public static CoordinateUnits? Guess(HandTracks tracks)
    {
        (float width, Vector2 middle) = (tracks.ShoulderWidth, tracks.ShoulderMiddle);
        bool isSmall = width is > Nothing and < Pixels && Math.Abs(middle.X) <= Pixels && Math.Abs(middle.Y) <= Pixels;
        return !isSmall ? CoordinateUnits.Pixels
            : Math.Abs(width - 1) <= Slack && middle.Length() <= Slack ? CoordinateUnits.Shoulders
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
            ? new BadFileException(name, "its coordinates are neither pixels nor fractions of the picture nor shoulder widths.", "Undo their normalisation, or save the landmarks before it.")
            : new BadFileException(name, $"its coordinates are not pixels: these look like {Describe(units.Value)}.", Remedy(name, units.Value));
    }

    /// <summary>The command that makes pixels of them.</summary>
    public static string Remedy(string name, CoordinateUnits units) =>
        $"Make pixels of them with: hasta convert {name} OUT{PoseFile.Extension} --units {units.ToString().ToLowerInvariant()} (and --size WIDTHxHEIGHT where the file has not the picture's size).";

    public static string Describe(CoordinateUnits units) => units == CoordinateUnits.Fractions ? "fractions of the picture" : "shoulder widths";

    /// <summary>Whether most of the points that are seen lie too far from the origin for any other unit.</summary>
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
            far += isSeen && (Math.Abs(coordinates[0]) > TooMuch || Math.Abs(coordinates[^1]) > TooMuch) ? 1 : 0;
        }

        return far > seen / 2;
    }

    /// <summary>
    /// Points that are missing stay as they are. Where shoulder widths were, the person stands in the middle of the picture, a shoulder width a
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
