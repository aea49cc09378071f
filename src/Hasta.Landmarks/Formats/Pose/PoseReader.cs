using Hasta.Landmarks.Formats.Pose.Binary;
using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Formats.Pose;

/// <summary>
/// Reads .pose v0.0, v0.1 and v0.2 according to the format specification of the sign-language-processing project. Counts are checked
/// against the available bytes before anything is allocated.
/// </summary>
internal static class PoseReader
{
    /// <summary>Larger than any clip.</summary>
    public const int MaxFileBytes = 1 << 30;

    /// <exception cref="BadFileException">The file is missing, too large (over 1 GiB), corrupt or malformed.</exception>
    public static PoseDocument Read(string path)
    {
        FileInfo file = InputFile.Find(path);
        if (!file.Exists)
        {
            throw new BadFileException(path, "this file is missing.", "Check the path.");
        }

        if (file.Length > MaxFileBytes)
        {
            throw new BadFileException(path, $"{file.Length} bytes are too many for a .pose file of one clip.", "Divide it into clips.");
        }

        return Parse(path, InputFile.ReadAllBytes(path, MaxFileBytes));
    }

    /// <param name="name">Names the source in errors.</param>
    /// <param name="bytes">The whole file; the document may keep a reference to it.</param>
    /// <exception cref="BadFileException">The file is truncated or malformed.</exception>
    public static PoseDocument Parse(string name, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var cursor = new ByteCursor(bytes);
            PoseHeader header = PoseHeaderReader.Read(ref cursor);
            return header.Version switch
            {
                0f => PoseBodyReader0.Read(cursor, header),
                0.1f or 0.2f => PoseBodyReader.Read(cursor, header),
                _ => throw new InvalidDataException($"version {header.Version} is not one of 0.0, 0.1, 0.2"),
            };
        }
        catch (Exception error) when (error is EndOfStreamException or InvalidDataException)
        {
            throw new BadFileException(name, $"not a complete .pose file: {error.Message}.", "Create it again, or remove it.", error);
        }
    }
}
