namespace Hasta.Landmarks.Formats.Pose.Binary;

/// <summary>Reads the header of a .pose file. Its limits keep allocations near the number of bytes read.</summary>
internal static class PoseHeaderReader
{
    private const int MaxComponents = 256;

    /// <exception cref="InvalidDataException">There are no points, or implausibly many.</exception>
    /// <exception cref="EndOfStreamException">The header is truncated.</exception>
    public static PoseHeader Read(ref ByteCursor cursor)
    {
        float version = cursor.F32();
        (ushort width, ushort height, ushort depth) = (cursor.U16(), cursor.U16(), cursor.U16());
        List<PoseComponent> components = ReadComponents(ref cursor);
        var header = new PoseHeader { Version = version, Width = width, Height = height, Depth = depth, Components = components };
        return header.IsUsable
            ? header
            : throw new InvalidDataException($"{header.PointCount} points of {header.Dimensions} coordinates");
    }

    private static List<PoseComponent> ReadComponents(ref ByteCursor cursor)
    {
        int count = cursor.U16();
        if (count is 0 or > MaxComponents)
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
        string[] points = new string[pointCount <= PoseHeader.MaxPoints
            ? cursor.Count(pointCount, bytesEach: 2)
            : throw new InvalidDataException($"{pointCount} points")];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = cursor.Text();
        }

        var limbs = new (ushort, ushort)[cursor.Count(limbCount, bytesEach: 4)];
        for (int i = 0; i < limbs.Length; i++)
        {
            limbs[i] = (cursor.U16(), cursor.U16());
        }

        var colours = new (ushort, ushort, ushort)[cursor.Count(colourCount, bytesEach: 6)];
        for (int i = 0; i < colours.Length; i++)
        {
            colours[i] = (cursor.U16(), cursor.U16(), cursor.U16());
        }

        return new PoseComponent { Name = name, Format = format, Points = points, Limbs = limbs, Colours = colours };
    }
}
