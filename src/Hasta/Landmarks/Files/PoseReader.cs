namespace Hasta.Landmarks.Files;

/// <summary>Reads .pose v0.0, v0.1 and v0.2. Nothing is allocated that the file's own bytes do not cover.</summary>
public static class PoseReader
{
    private const int MaxFileBytes = 1 << 30;

    /// <exception cref="BadFileException">Missing, too large (over 1 GiB), torn or malformed.</exception>
    public static PoseDocument Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new BadFileException(path, "this file is missing.", "Check the path.");
        }

        if (file.Length > MaxFileBytes)
        {
            throw new BadFileException(path, $"{file.Length} bytes are too many for a .pose file of one clip.", "Cut it into clips.");
        }

        return Parse(path, File.ReadAllBytes(path));
    }

    /// <param name="name">Names the source in errors.</param>
    /// <param name="bytes">The whole file.</param>
    /// <exception cref="BadFileException">Torn or malformed.</exception>
    public static PoseDocument Parse(string name, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var cursor = new ByteCursor(bytes);
            PoseHeader header = ReadHeader(ref cursor);
            return header.Version switch
            {
                0f => ReadBody0(ref cursor, header),
                0.1f or 0.2f => ReadBody(ref cursor, header),
                _ => throw new InvalidDataException($"version {header.Version} is not one of 0.0, 0.1, 0.2"),
            };
        }
        catch (Exception error) when (error is EndOfStreamException or InvalidDataException)
        {
            throw new BadFileException(name, $"not a whole .pose file: {error.Message}.", "Make it again, or remove it.", error);
        }
    }

    private static PoseHeader ReadHeader(ref ByteCursor cursor)
    {
        float version = cursor.F32();
        (ushort width, ushort height, ushort depth) = (cursor.U16(), cursor.U16(), cursor.U16());
        var components = new List<PoseComponent>();
        for (int count = cursor.U16(); count > 0; count--)
        {
            components.Add(ReadComponent(ref cursor));
        }

        var header = new PoseHeader { Version = version, Width = width, Height = height, Depth = depth, Components = components };
        return components.Count > 0 && header.PointCount > 0 && header.Dimensions is >= 1 and <= 8
            ? header
            : throw new InvalidDataException("it has no points of 1 to 8 coordinates");
    }

    private static PoseComponent ReadComponent(ref ByteCursor cursor)
    {
        (string name, string format) = (cursor.Text(), cursor.Text());
        (ushort points, ushort limbs, ushort colours) = (cursor.U16(), cursor.U16(), cursor.U16());
        var component = (Points: new List<string>(), Limbs: new List<(ushort, ushort)>(), Colours: new List<(ushort, ushort, ushort)>());
        for (int i = 0; i < points; i++)
        {
            component.Points.Add(cursor.Text());
        }

        for (int i = 0; i < limbs; i++)
        {
            component.Limbs.Add((cursor.U16(), cursor.U16()));
        }

        for (int i = 0; i < colours; i++)
        {
            component.Colours.Add((cursor.U16(), cursor.U16(), cursor.U16()));
        }

        return new PoseComponent { Name = name, Format = format, Points = component.Points, Limbs = component.Limbs, Colours = component.Colours };
    }

    /// <summary>v0.1 and v0.2; v0.1's own count of frames overflows, so it is worked out from the bytes left.</summary>
    private static PoseDocument ReadBody(ref ByteCursor cursor, PoseHeader header)
    {
        bool isNew = header.Version == 0.2f;
        float fps = isNew ? cursor.F32() : cursor.U16();
        long frames = isNew ? cursor.U32() : cursor.U16();
        int people = cursor.U16();
        long points = (long)people * header.PointCount;
        if (!isNew)
        {
            frames = points == 0 ? 0 : cursor.Left / (points * (header.Dimensions + 1) * 4);
        }

        PoseDocument document = new()
        {
            Header = header,
            Fps = fps,
            Frames = checked((int)Math.Min(frames, int.MaxValue)),
            People = people,
            Data = cursor.Floats(frames * points * header.Dimensions),
            Confidence = cursor.Floats(frames * points),
        };
        return cursor.Left == 0 ? document : throw new InvalidDataException($"{cursor.Left} bytes stand behind the last frame");
    }

    /// <summary>v0.0: people vary from frame to frame; only the first of each frame is kept.</summary>
    private static PoseDocument ReadBody0(ref ByteCursor cursor, PoseHeader header)
    {
        ushort fps = cursor.U16();
        int frames = cursor.U16();
        var data = new List<float>();
        var confidence = new List<float>();
        for (int frame = 0; frame < frames; frame++)
        {
            int people = cursor.U16();
            for (int person = 0; person < people; person++)
            {
                cursor.U16();
                ReadPerson0(ref cursor, header, person == 0 ? (data, confidence) : ([], []));
            }

            if (people == 0)
            {
                data.AddRange(new float[header.PointCount * header.Dimensions]);
                confidence.AddRange(new float[header.PointCount]);
            }
        }

        return new PoseDocument { Header = header, Fps = fps, Frames = frames, People = 1, Data = [.. data], Confidence = [.. confidence] };
    }

    private static void ReadPerson0(ref ByteCursor cursor, PoseHeader header, (List<float> Data, List<float> Confidence) target)
    {
        foreach (PoseComponent component in header.Components)
        {
            int own = component.Format.Length - 1;
            for (int point = 0; point < component.Points.Count; point++)
            {
                for (int dimension = 0; dimension < header.Dimensions; dimension++)
                {
                    target.Data.Add(dimension < own ? cursor.F32() : 0);
                }

                target.Confidence.Add(own >= 0 ? cursor.F32() : 0);
            }
        }
    }
}
