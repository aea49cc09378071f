namespace Hasta.Landmarks.Formats.Pose.Binary;

/// <summary>Writes the body of .pose v0.0: each frame with all people, including those missing from it, so that nothing is lost.</summary>
internal static class PoseBodyWriter0
{
    /// <exception cref="InvalidDataException">More frames than v0.0 can count.</exception>
    public static void Write(BinaryWriter writer, PoseDocument document)
    {
        writer.Write(document.Frames <= ushort.MaxValue
            ? (ushort)document.Frames
            : throw new InvalidDataException($"this version supports at most {ushort.MaxValue} frames; the clip has {document.Frames}"));
        for (int frame = 0; frame < document.Frames; frame++)
        {
            writer.Write(checked((ushort)document.People));
            for (int person = 0; person < document.People; person++)
            {
                writer.Write(checked((short)person));
                WritePerson(writer, document, ((frame * document.People) + person) * document.Header.PointCount);
            }
        }
    }

    private static void WritePerson(BinaryWriter writer, PoseDocument document, int point)
    {
        int dimensions = document.Header.Dimensions;
        foreach (PoseComponent component in document.Header.Components)
        {
            for (int i = 0; i < component.Points.Count; i++, point++)
            {
                foreach (float coordinate in document.Data.Slice(point * dimensions, component.Format.Length - 1))
                {
                    writer.Write(coordinate);
                }

                writer.Write(document.Confidence[point]);
            }
        }
    }
}
