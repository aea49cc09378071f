using System.Text;
using Hasta.Landmarks.Formats.Pose;

namespace Hasta.Landmarks.Tests.Formats.Pose;

/// <summary>In-memory .pose files, valid and invalid.</summary>
internal static class PoseBytes
{
    public static byte[] Encode(PoseDocument document)
    {
        using var stream = new MemoryStream();
        PoseWriter.Write(stream, document);
        return stream.ToArray();
    }

    /// <summary>A v0.0 file with one XYC component; each frame is a list of people, each person a list of point values.</summary>
    public static byte[] Version0(int points, params float[][][] frames) => Build(0, points, writer =>
    {
        writer.Write((ushort)25);
        writer.Write((ushort)frames.Length);
        foreach (float[][] people in frames)
        {
            writer.Write((ushort)people.Length);
            foreach (float[] person in people)
            {
                writer.Write((short)-1);
                Array.ForEach(person, writer.Write);
            }
        }
    });

    /// <summary>A v0.2 file that declares frames and people, followed by the given body.</summary>
    public static byte[] Version2(int points, uint frames, ushort people, byte[] body) => Build(0.2f, points, writer =>
    {
        writer.Write(25f);
        writer.Write(frames);
        writer.Write(people);
        writer.Write(body);
    });

    private static byte[] Build(float version, int points, Action<BinaryWriter> writeBody)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(version);
        Array.ForEach<ushort>([100, 100, 0, 1], writer.Write);
        WriteText(writer, "POSE_LANDMARKS");
        WriteText(writer, "XYC");
        Array.ForEach([(ushort)points, (ushort)0, (ushort)0], writer.Write);
        for (int i = 0; i < points; i++)
        {
            WriteText(writer, i == 0 ? "NOSE" : "");
        }

        writeBody(writer);
        return stream.ToArray();
    }

    private static void WriteText(BinaryWriter writer, string text)
    {
        writer.Write((ushort)text.Length);
        writer.Write(Encoding.ASCII.GetBytes(text));
    }
}
