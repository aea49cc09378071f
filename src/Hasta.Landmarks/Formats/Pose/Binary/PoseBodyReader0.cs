using System.Runtime.InteropServices;

namespace Hasta.Landmarks.Formats.Pose.Binary;

/// <summary>
/// Reads the body of .pose v0.0, where the number of people varies from frame to frame and each component's format determines its numbers
/// per point. The whole body is scanned before anything is allocated.
/// </summary>
internal static class PoseBodyReader0
{
    /// <summary>A frame without people takes 2 bytes in the file but many in memory.</summary>
    private const int MaxMemoryPerByte = 3;

    /// <exception cref="InvalidDataException">
    /// Bytes follow the last frame, or hardly any frame has the maximum number of people.
    /// </exception>
    /// <exception cref="EndOfStreamException">The body is truncated.</exception>
    public static PoseDocument Read(ByteCursor cursor, PoseHeader header)
    {
        ushort fps = cursor.U16();
        int frames = cursor.U16();
        int people = Math.Max(1, MaxPeople(cursor, header, frames));
        long bytes = 4L * frames * people * header.PointCount * (header.Dimensions + 1);
        if (bytes > (long)MaxMemoryPerByte * cursor.Left)
        {
            throw new InvalidDataException($"hardly any of its {frames} frames contain {(people == 1 ? "a person" : $"{people} people")}");
        }

        byte[] body = new byte[bytes];
        var document = new PoseDocument { Header = header, Fps = fps, Frames = frames, People = people, Body = body };
        Fill(cursor, document, MemoryMarshal.Cast<byte, float>(body.AsSpan()));
        return document;
    }

    /// <summary>Advances a copy of the cursor.</summary>
    private static int MaxPeople(ByteCursor cursor, PoseHeader header, int frames)
    {
        int max = 0;
        for (int frame = 0; frame < frames; frame++)
        {
            int people = cursor.U16();
            cursor.Take(people * PersonBytes(header));
            max = Math.Max(max, people);
        }

        return cursor.Left == 0 ? max : throw new InvalidDataException($"{cursor.Left} bytes follow the last frame");
    }

    /// <summary>An i16 id, then each point's numbers.</summary>
    private static long PersonBytes(PoseHeader header) =>
        2 + header.Components.Sum(component => 4L * component.Points.Count * component.Format.Length);

    /// <param name="cursor">At the first frame.</param>
    /// <param name="document">Provides the sizes.</param>
    /// <param name="body">The document's numbers; initially all missing.</param>
    private static void Fill(ByteCursor cursor, PoseDocument document, Span<float> body)
    {
        for (int frame = 0; frame < document.Frames; frame++)
        {
            int people = cursor.U16();
            for (int person = 0; person < people; person++)
            {
                cursor.U16();
                FillPerson(ref cursor, document, body, ((frame * document.People) + person) * document.Header.PointCount);
            }
        }
    }

    private static void FillPerson(ref ByteCursor cursor, PoseDocument document, Span<float> body, int point)
    {
        int dimensions = document.Header.Dimensions;
        var confidences = body[(document.Points * dimensions)..];
        foreach (PoseComponent component in document.Header.Components)
        {
            for (int i = 0; i < component.Points.Count; i++, point++)
            {
                for (int dimension = 0; dimension < component.Format.Length - 1; dimension++)
                {
                    body[(point * dimensions) + dimension] = cursor.F32();
                }

                confidences[point] = cursor.F32();
            }
        }
    }
}
