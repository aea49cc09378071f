using System.Runtime.InteropServices;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Formats.Npy;

/// <summary>Landmarks as a NumPy array <c>[frame, person, point, x y z confidence]</c>, with a <see cref="PoseSidecar"/>.</summary>
internal static class PoseArray
{
    public const string Extension = ".npy";

    /// <exception cref="IOException">The disk is full.</exception>
    public static void Write(Stream stream, PoseDocument document, CancellationToken cancellationToken)
    {
        int dimensions = document.Header.Dimensions;
        NpyWriter.WriteHeader(stream, document.Frames, document.People, document.Header.PointCount, dimensions + 1);
        float[] numbers = new float[dimensions + 1];
        for (int point = 0; point < document.Points; point++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            document.Data.Slice(point * dimensions, dimensions).CopyTo(numbers);
            numbers[dimensions] = document.Confidence[point];
            stream.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
        }
    }

    /// <param name="path">An array as <see cref="Write"/> writes it, or without the person axis.</param>
    /// <param name="headerOf">Returns the header for a number of points and a number of coordinates; null if there is none.</param>
    /// <param name="fps">Frames per second.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="BadFileException">The file is not an array of landmarks.</exception>
    public static PoseDocument Read(string path, Func<int, int, PoseHeader?> headerOf, float fps, CancellationToken cancellationToken)
    {
        using var array = NpyFile.Open(path);
        (int frames, int people, int points, int numbers) = array.Shape switch
        {
            [var f, var p, var k, var n] => (f, p, k, n),
            [var f, var k, var n] => (f, 1, k, n),
            _ => throw ShapeMismatch(path, array.Shape),
        };
        if (numbers < 2 || people is < 1 or > ushort.MaxValue || InputFile.Find(path).Length > PoseReader.MaxFileBytes)
        {
            throw ShapeMismatch(path, array.Shape);
        }

        var header = headerOf(points, numbers - 1);
        return header?.PointCount == points && header.Dimensions == numbers - 1
            ? new PoseDocument
            {
                Header = header,
                Fps = fps,
                Frames = frames,
                People = people,
                Body = ReadBody(array, people * points, numbers, cancellationToken),
            }
            : throw ShapeMismatch(path, array.Shape);
    }

    private static byte[] ReadBody(NpyFile array, int pointsPerFrame, int numbers, CancellationToken cancellationToken)
    {
        int frames = array.Shape[0];
        byte[] body = new byte[checked(sizeof(float) * frames * pointsPerFrame * numbers)];
        var floats = MemoryMarshal.Cast<byte, float>(body.AsSpan());
        var confidences = floats[(frames * pointsPerFrame * (numbers - 1))..];
        for (int frame = 0; frame < frames; frame++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            float[] row = array.ReadRow(frame);
            for (int i = 0; i < pointsPerFrame; i++)
            {
                int point = (frame * pointsPerFrame) + i;
                row.AsSpan(i * numbers, numbers - 1).CopyTo(floats[(point * (numbers - 1))..]);
                confidences[point] = row[(i * numbers) + numbers - 1];
            }
        }

        return body;
    }

    private static BadFileException ShapeMismatch(string path, IReadOnlyList<int> shape) => new(
        path,
        $"its shape [{string.Join(", ", shape)}] is not [frame, person, point, x y z confidence] with the points in its .json file.",
        "Without that file, it needs 75 points (body, hands) or 543 (body, face, hands).");
}
