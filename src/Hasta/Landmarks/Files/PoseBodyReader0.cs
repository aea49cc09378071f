namespace Hasta.Landmarks.Files;

/// <summary>
/// Reads the body of .pose v0.0, where the number of people changes from frame to frame; the first of each frame is kept. The whole body is
/// walked before anything is allocated.
/// </summary>
internal static class PoseBodyReader0
{
    /// <summary>A frame without people takes 2 bytes of the file and many in memory.</summary>
    private const int MostMemoryPerByte = 3;

    /// <exception cref="InvalidDataException">Bytes behind the last frame, or hardly a frame with a person.</exception>
    /// <exception cref="EndOfStreamException">Torn.</exception>
    public static PoseDocument Read(ref ByteCursor cursor, PoseHeader header)
    {
        ushort fps = cursor.U16();
        int frames = cursor.U16();
        Check(cursor, header, frames);
        var document = new PoseDocument
        {
            Header = header,
            Fps = fps,
            Frames = frames,
            People = 1,
            Data = new float[frames * header.PointCount * header.Dimensions],
            Confidence = new float[frames * header.PointCount],
        };
        for (int frame = 0; frame < frames; frame++)
        {
            ReadFrame(ref cursor, document, frame);
        }

        return document;
    }

    /// <summary>Works on a copy of the cursor.</summary>
    private static void Check(ByteCursor cursor, PoseHeader header, int frames)
    {
        int bytes = cursor.Left;
        for (int frame = 0; frame < frames; frame++)
        {
            cursor.Take(cursor.U16() * PersonBytes(header));
        }

        if (cursor.Left > 0)
        {
            throw new InvalidDataException($"{cursor.Left} bytes stand behind the last frame");
        }

        if (4L * frames * header.PointCount * (header.Dimensions + 1) > (long)MostMemoryPerByte * bytes)
        {
            throw new InvalidDataException($"hardly any of its {frames} frames hold a person");
        }
    }

    /// <summary>An i16 id, then each point's numbers.</summary>
    private static long PersonBytes(PoseHeader header) => 2 + header.Components.Sum(component => 4L * component.Points.Count * component.Format.Length);

    private static void ReadFrame(ref ByteCursor cursor, PoseDocument document, int frame)
    {
        int people = cursor.U16();
        if (people > 0)
        {
            cursor.U16();
            ReadPerson(ref cursor, document, frame);
            cursor.Take((people - 1) * PersonBytes(document.Header));
        }
    }

    private static void ReadPerson(ref ByteCursor cursor, PoseDocument document, int frame)
    {
        int point = frame * document.Header.PointCount;
        foreach (PoseComponent component in document.Header.Components)
        {
            for (int i = 0; i < component.Points.Count; i++, point++)
            {
                for (int dimension = 0; dimension < component.Format.Length - 1; dimension++)
                {
                    document.Data[(point * document.Header.Dimensions) + dimension] = cursor.F32();
                }

                document.Confidence[point] = cursor.F32();
            }
        }
    }
}
