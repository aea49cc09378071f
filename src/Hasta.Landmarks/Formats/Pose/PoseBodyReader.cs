namespace Hasta.Landmarks.Formats.Pose;

/// <summary>Reads the body of .pose v0.1 and v0.2: whole arrays, every frame with the same number of people. They stay where they are.</summary>
internal static class PoseBodyReader
{
    /// <exception cref="InvalidDataException">Frames that do not fit the bytes.</exception>
    /// <exception cref="EndOfStreamException">Torn.</exception>
    public static PoseDocument Read(ByteCursor cursor, PoseHeader header)
    {
        bool isNew = header.Version == 0.2f;
        float fps = isNew ? cursor.F32() : cursor.U16();
        long announced = isNew ? cursor.U32() : cursor.U16();
        int people = cursor.U16();
        int frames = Frames(cursor.Left, header, people, isNew ? announced : null);
        return new PoseDocument { Header = header, Fps = fps, Frames = frames, People = people, Body = cursor.Take(cursor.Left) };
    }

    /// <summary>v0.1's own count of frames overflows at 65,535, so there they are worked out from the bytes left.</summary>
    private static int Frames(int left, PoseHeader header, int people, long? announced)
    {
        long frameBytes = 4L * people * header.PointCount * (header.Dimensions + 1);
        long frames = announced ?? (frameBytes == 0 ? 0 : left / frameBytes);
        bool isWhole = frameBytes == 0 ? left == 0 : left % frameBytes == 0 && left / frameBytes == frames;
        return isWhole && frames <= int.MaxValue
            ? (int)frames
            : throw new InvalidDataException($"{frames} frames of {people} people do not fit the {left} bytes of its body");
    }
}
