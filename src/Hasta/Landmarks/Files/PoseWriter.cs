using System.Text;

namespace Hasta.Landmarks.Files;

/// <summary>Writes .pose v0.2; what <see cref="PoseReader"/> reads back is the same to the byte.</summary>
public static class PoseWriter
{
    private const float Version = 0.2f;

    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    public static void Write(string path, PoseDocument document) => AtomicFile.Write(path, stream => Write(stream, document));

    public static void Write(Stream stream, PoseDocument document)
    {
        WriteStart(stream, document.Header, document.Fps, document.Frames, document.People);
        stream.Write(document.Body.Span);
    }

    /// <summary>All that comes before the coordinates.</summary>
    internal static void WriteStart(Stream stream, PoseHeader header, double fps, int frames, int people = 1)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        WriteHeader(writer, header);
        writer.Write((float)fps);
        writer.Write((uint)frames);
        writer.Write(checked((ushort)people));
    }

    private static void WriteHeader(BinaryWriter writer, PoseHeader header)
    {
        writer.Write(Version);
        writer.Write(header.Width);
        writer.Write(header.Height);
        writer.Write(header.Depth);
        writer.Write(checked((ushort)header.Components.Count));
        foreach (PoseComponent component in header.Components)
        {
            WriteComponent(writer, component);
        }
    }

    private static void WriteComponent(BinaryWriter writer, PoseComponent component)
    {
        WriteText(writer, component.Name);
        WriteText(writer, component.Format);
        writer.Write(checked((ushort)component.Points.Count));
        writer.Write(checked((ushort)component.Limbs.Count));
        writer.Write(checked((ushort)component.Colours.Count));
        foreach (string point in component.Points)
        {
            WriteText(writer, point);
        }

        foreach ((ushort from, ushort to) in component.Limbs)
        {
            writer.Write(from);
            writer.Write(to);
        }

        foreach ((ushort red, ushort green, ushort blue) in component.Colours)
        {
            writer.Write(red);
            writer.Write(green);
            writer.Write(blue);
        }
    }

    private static void WriteText(BinaryWriter writer, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        writer.Write(checked((ushort)bytes.Length));
        writer.Write(bytes);
    }
}
