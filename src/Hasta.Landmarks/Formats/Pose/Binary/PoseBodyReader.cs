namespace Hasta.Landmarks.Formats.Pose.Binary;

/// <summary>
/// Reads the body of .pose v0.1 and v0.2: whole arrays, with the same number of people in every frame. The arrays are not copied.
/// </summary>
internal static class PoseBodyReader
{
    /// <exception cref="InvalidDataException">The number of frames does not match the number of bytes.</exception>
    /// <exception cref="EndOfStreamException">The body is truncated.</exception>
    public static PoseDocument Read(ByteCursor cursor, PoseHeader header)
    {
        bool isNew = header.Version == 0.2f;
        float fps = isNew ? cursor.F32() : cursor.U16();
        long declared = isNew ? cursor.U32() : cursor.U16();
        int people = cursor.U16();
        int frames = Frames(cursor.Left, header, people, isNew ? declared : null);
        return new PoseDocument { Header = header, Fps = fps, Frames = frames, People = people, Body = cursor.Take(cursor.Left) };
    }

    /// <summary>The frame count of v0.1 overflows at 65,535, so for v0.1 it is computed from the bytes left.</summary>
    private static int Frames(int left, PoseHeader header, int people, long? declared)
    {
        long frameBytes = 4L * people * header.PointCount * (header.Dimensions + 1);
        long frames = declared ?? (frameBytes == 0 ? 0 : left / frameBytes);
        bool isWhole = frameBytes == 0 ? left == 0 : left % frameBytes == 0 && left / frameBytes == frames;
        return isWhole && frames <= int.MaxValue
            ? (int)frames
            : throw new InvalidDataException($"{frames} frames of {people} people do not match the {left} bytes of its body");
    }
}
