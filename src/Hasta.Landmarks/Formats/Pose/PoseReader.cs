using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Formats.Pose;

/// <summary>
/// Reads .pose v0.0, v0.1 and v0.2 as the sign-language-processing project's format specification describes them. Counts are checked against
/// the bytes that are there before anything is allocated.
/// </summary>
internal static class PoseReader
{
    /// <summary>More is no clip.</summary>
    public const int MaxFileBytes = 1 << 30;

    /// <exception cref="BadFileException">Missing, too large (over 1 GiB), damaged or malformed.</exception>
    public static PoseDocument Read(string path)
    {
        FileInfo file = InputFile.Find(path);
        if (!file.Exists)
        {
            throw new BadFileException(path, "this file is missing.", "Check the path.");
        }

        if (file.Length > MaxFileBytes)
        {
            throw new BadFileException(path, $"{file.Length} bytes are too many for a .pose file of one clip.", "Cut it into clips.");
        }

        return Parse(path, InputFile.ReadAllBytes(path, MaxFileBytes));
    }

    /// <param name="name">Names the source in errors.</param>
    /// <param name="bytes">The whole file, which the document may keep.</param>
    /// <exception cref="BadFileException">Torn or malformed.</exception>
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
            throw new BadFileException(name, $"not a whole .pose file: {error.Message}.", "Make it again, or remove it.", error);
        }
    }
}
