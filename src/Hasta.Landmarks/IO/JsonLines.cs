using System.Text.Json;
using Hasta.Landmarks.Text;

namespace Hasta.Landmarks.IO;

/// <summary>Files with one JSON object per line, in the dialect of <see cref="StrictJson"/>.</summary>
internal static class JsonLines
{
    /// <summary>Reads a file that is replaced as a whole: every line must be valid.</summary>
    /// <exception cref="BadFileException">
    /// A line does not match <typeparamref name="T"/>, or the encoding is not UTF-8; the message names the line number.
    /// </exception>
    public static IEnumerable<T> Read<T>(string path) => Parse<T>(path, StrictText.ReadLines(path));

    /// <summary>Reads a file that grows by <see cref="Append"/>, possibly at the same time: an incomplete last line is ignored.</summary>
    /// <inheritdoc cref="Read"/>
    public static IEnumerable<T> ReadJournal<T>(string path) => Parse<T>(path, StrictText.ReadWholeLines(path));

    /// <summary>Replaces the file.</summary>
    public static void Write<T>(string path, IEnumerable<T> values) => AtomicFile.Write(path, stream =>
    {
        foreach (T value in values)
        {
            Append(stream, value);
        }
    });

    /// <summary>Writes the whole line in one call, so that a killed process can truncate only the last one.</summary>
    public static void Append<T>(Stream stream, T value) =>
        stream.Write([.. JsonSerializer.SerializeToUtf8Bytes(value, StrictJson.Line), (byte)'\n']);

    private static IEnumerable<T> Parse<T>(string path, IEnumerable<string> lines) =>
        lines.Select((line, i) => StrictJson.Parse<T>($"{path}:{i + 1}", line));
}
