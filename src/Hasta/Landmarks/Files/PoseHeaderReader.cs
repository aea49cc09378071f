namespace Hasta.Landmarks.Files;

/// <summary>Reads the header of a .pose file. Its limits keep what is allocated near the size of the bytes read.</summary>
internal static class PoseHeaderReader
{
    private const int MostComponents = 256;
    private const int MostPoints = 10_000;
    private const int MostDimensions = 8;

    /// <exception cref="InvalidDataException">No points, or more than any body has.</exception>
    /// <exception cref="EndOfStreamException">Torn.</exception>
    public static PoseHeader Read(ref ByteCursor cursor)
    {
        float version = cursor.F32();
        (ushort width, ushort height, ushort depth) = (cursor.U16(), cursor.U16(), cursor.U16());
        List<PoseComponent> components = ReadComponents(ref cursor);
        var header = new PoseHeader { Version = version, Width = width, Height = height, Depth = depth, Components = components };
        return components.TrueForAll(component => component.Format.Length > 0) && header is { PointCount: > 0 and <= MostPoints, Dimensions: >= 1 and <= MostDimensions }
            ? header
            : throw new InvalidDataException($"{header.PointCount} points of {header.Dimensions} coordinates");
    }

    private static List<PoseComponent> ReadComponents(ref ByteCursor cursor)
    {
        int count = cursor.U16();
        if (count is 0 or > MostComponents)
        {
            throw new InvalidDataException($"{count} components");
        }

        var components = new List<PoseComponent>(count);
        while (components.Count < count)
        {
            components.Add(ReadComponent(ref cursor));
        }

        return components;
    }

    private static PoseComponent ReadComponent(ref ByteCursor cursor)
    {
        (string name, string format) = (cursor.Text(), cursor.Text());
        (ushort pointCount, ushort limbCount, ushort colourCount) = (cursor.U16(), cursor.U16(), cursor.U16());
        var points = new List<string>();
        var limbs = new List<(ushort, ushort)>();
        var colours = new List<(ushort, ushort, ushort)>();
        while (points.Count < pointCount)
        {
            points.Add(cursor.Text());
        }

        while (limbs.Count < limbCount)
        {
            limbs.Add((cursor.U16(), cursor.U16()));
        }

        while (colours.Count < colourCount)
        {
            colours.Add((cursor.U16(), cursor.U16(), cursor.U16()));
        }

        return new PoseComponent { Name = name, Format = format, Points = points, Limbs = limbs, Colours = colours };
    }
}
