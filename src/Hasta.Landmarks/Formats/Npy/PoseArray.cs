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

    /// <param name="path">An array as <see cref="Write"/> writes it, or without the axis of the people.</param>
    /// <param name="headerOf">The header for so many points of so many coordinates; null where there is none.</param>
    /// <param name="fps">Frames per second.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BadFileException">No such array.</exception>
    public static PoseDocument Read(string path, Func<int, int, PoseHeader?> headerOf, float fps, CancellationToken cancellationToken)
    {
        using var array = NpyFile.Open(path);
        (int frames, int people, int points, int numbers) = array.Shape switch
        {
            [var f, var p, var k, var n] => (f, p, k, n),
            [var f, var k, var n] => (f, 1, k, n),
            _ => throw Unfit(path, array.Shape),
        };
        if (numbers < 2 || people is < 1 or > ushort.MaxValue || InputFile.Find(path).Length > PoseReader.MaxFileBytes)
        {
            throw Unfit(path, array.Shape);
        }

        var header = headerOf(points, numbers - 1);
        return header?.PointCount == points && header.Dimensions == numbers - 1
            ? new PoseDocument { Header = header, Fps = fps, Frames = frames, People = people, Body = ReadBody(array, people * points, numbers, cancellationToken) }
            : throw Unfit(path, array.Shape);
    }

    private static byte[] ReadBody(NpyFile array, int pointsAFrame, int numbers, CancellationToken cancellationToken)
    {
        int frames = array.Shape[0];
        byte[] body = new byte[checked(sizeof(float) * frames * pointsAFrame * numbers)];
        var floats = MemoryMarshal.Cast<byte, float>(body.AsSpan());
        var confidences = floats[(frames * pointsAFrame * (numbers - 1))..];
        for (int frame = 0; frame < frames; frame++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            float[] row = array.ReadRow(frame);
            for (int i = 0; i < pointsAFrame; i++)
            {
                int point = (frame * pointsAFrame) + i;
                row.AsSpan(i * numbers, numbers - 1).CopyTo(floats[(point * (numbers - 1))..]);
                confidences[point] = row[(i * numbers) + numbers - 1];
            }
        }

        return body;
    }

    private static BadFileException Unfit(string path, IReadOnlyList<int> shape) => new(
        path,
        $"its shape [{string.Join(", ", shape)}] is not [frame, person, point, x y z confidence] of the points in its .json file.",
        "Without that file, 75 points are body and hands and 543 have the face after the body.");
}
