using System.Text;

namespace Hasta.Landmarks.Formats.Pose.Binary;

/// <summary>Writes the header of a .pose file, which is the same in all versions.</summary>
internal static class PoseHeaderWriter
{
    public static void Write(BinaryWriter writer, PoseHeader header)
    {
        writer.Write(header.Version);
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
