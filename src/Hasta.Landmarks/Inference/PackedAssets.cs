using System.Text.Json;
using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Inference;

/// <summary>
/// Files that MediaPipe's web build packs into one <c>X.data</c>. The table of offsets is the JSON argument of <c>loadPackage(...)</c> in
/// the script <c>X_loader.js</c> next to it (Emscripten's file packager).
/// </summary>
internal static class PackedAssets
{
    private const int MaxScriptBytes = 1 << 20;
    private const int MaxFileBytes = 64 << 20;

    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    /// <exception cref="BadFileException">The data or the script is missing or corrupt, or does not list the file.</exception>
    public static byte[] Read(string dataPath, string fileName, string remedy)
    {
        string scriptPath = Path.ChangeExtension(dataPath, null) + "_loader.js";
        try
        {
            var entry = Find(InputFile.ReadAllBytes(scriptPath, MaxScriptBytes), fileName);
            return Extract(dataPath, entry);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidDataException)
        {
            throw new BadFileException(dataPath, $"{fileName} cannot be extracted: {error.Message}", remedy, error);
        }
    }

    private static Entry Find(ReadOnlySpan<byte> script, string fileName)
    {
        ReadOnlySpan<byte> call = "loadPackage({"u8;
        int start = script.IndexOf(call);
        if (start < 0)
        {
            throw new InvalidDataException("the loader script has no table of files.");
        }

        var reader = new Utf8JsonReader(script[(start + call.Length - 1)..]);
        var index = JsonSerializer.Deserialize<Index>(ref reader, Options);
        return index?.Files?.FirstOrDefault(entry => entry?.FileName?.EndsWith($"/{fileName}", StringComparison.Ordinal) == true)
            ?? throw new InvalidDataException("the loader script does not list it.");
    }

    private static byte[] Extract(string dataPath, Entry entry)
    {
        using FileStream stream = InputFile.Open(dataPath);
        if (entry.Start < 0 || entry.End < entry.Start || entry.End > stream.Length || entry.End - entry.Start > MaxFileBytes)
        {
            throw new InvalidDataException($"bytes {entry.Start} to {entry.End} of {stream.Length} are out of range.");
        }

        byte[] bytes = new byte[entry.End - entry.Start];
        stream.Position = entry.Start;
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed record Index(IReadOnlyList<Entry?>? Files);

    private sealed record Entry(string? FileName, long Start, long End);
}
