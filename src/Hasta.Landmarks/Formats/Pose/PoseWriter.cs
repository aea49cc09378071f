using System.Text;
using Hasta.Landmarks.Formats.Pose.Binary;
using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Formats.Pose;

/// <summary>
/// Writes .pose files in the version given in the header. A v0.1 or v0.2 file that was read is written back byte for byte.
/// </summary>
internal static class PoseWriter
{
    /// <exception cref="InvalidDataException">The version cannot represent it: see <see cref="Write(Stream, PoseDocument)"/>.</exception>
    /// <exception cref="IOException">The file cannot be written; an existing file is unchanged.</exception>
    public static void Write(string path, PoseDocument document) => AtomicFile.Write(path, stream => Write(stream, document));

    /// <exception cref="InvalidDataException">
    /// The version is v0.0 or v0.1 and the frame rate is not an integer, or it is v0.0 and there are more than 65,535 frames.
    /// </exception>
    public static void Write(Stream stream, PoseDocument document)
    {
        if (document.Header.Version == 0.2f)
        {
            WriteStart(stream, document.Header, document.Fps, document.Frames, document.People);
            stream.Write(document.Body.Span);
        }
        else
        {
            using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
            PoseHeaderWriter.Write(writer, document.Header);
            writer.Write(IntegerRate(document.Fps));
            WriteOldBody(writer, document);
        }
    }

    /// <summary>Writes everything before the coordinates in v0.2.</summary>
    internal static void WriteStart(Stream stream, PoseHeader header, double fps, int frames, int people = 1)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        PoseHeaderWriter.Write(writer, header);
        writer.Write((float)fps);
        writer.Write((uint)frames);
        writer.Write(checked((ushort)people));
    }

    private static void WriteOldBody(BinaryWriter writer, PoseDocument document)
    {
        if (document.Header.Version == 0.1f)
        {
            // Readers compute the number of frames from the file's length, because this field overflows.
            writer.Write((ushort)Math.Min(document.Frames, ushort.MaxValue));
            writer.Write(checked((ushort)document.People));
            writer.Write(document.Body.Span);
        }
        else
        {
            PoseBodyWriter0.Write(writer, document);
        }
    }

    private static ushort IntegerRate(float fps) => fps is >= 0 and <= ushort.MaxValue && fps == MathF.Floor(fps)
        ? (ushort)fps
        : throw new InvalidDataException($"this version supports only integer frame rates; the clip has {fps} frames/s");
}
