using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hasta.Landmarks.Text;

namespace Hasta.Landmarks.IO;

/// <summary>The JSON dialect of the project: camelCase, enums as strings; an unknown or missing key is an error that names it.</summary>
internal static class StrictJson
{
    /// <summary>Keys of earlier versions and their current names.</summary>
    private static readonly Dictionary<string, string> RenamedKeys = new()
    {
        ["fewestFrames"] = "minFrames",
        ["mostFrames"] = "maxFrames",
        ["fewestSteps"] = "minSteps",
        ["shortestTime"] = "minDuration",
        ["longestTime"] = "maxDuration",
        ["warmUp"] = "warmupFraction",
        ["clipGradient"] = "maxGradientNorm",
        ["averageDecay"] = "emaDecay",
        ["batch"] = "batchSize",
    };

    /// <summary>One object per line, for .jsonl files and for stdout.</summary>
    public static JsonSerializerOptions Line { get; } = Create(indented: false);

    /// <summary>For files that people read and edit.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    /// <exception cref="BadFileException">
    /// The file is missing, is larger than <paramref name="maxBytes"/>, or does not match <typeparamref name="T"/>.
    /// </exception>
    public static T Read<T>(string path, long maxBytes = 64 << 20)
    {
        FileInfo file = InputFile.Find(path);
        if (!file.Exists)
        {
            throw new BadFileException(path, "this file is missing.", "Check the path.");
        }

        if (file.Length > maxBytes)
        {
            throw new BadFileException(
                path,
                $"{file.Length} bytes are more than the {maxBytes} allowed for this file.",
                "Check that it is the right file.");
        }

        return Parse<T>(path, StrictText.Read(path));
    }

    /// <summary><paramref name="path"/> (for example with a line number) only names the source in errors.</summary>
    public static T Parse<T>(string path, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Line) ?? throw new JsonException("the document is null");
        }
        catch (JsonException error) when (FindRenamedKey(error) is { Key: { } old, Value: var current })
        {
            throw new BadFileException(path, $"{old} is now called {current}.", "Rename that key.", error);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or ArgumentException)
        {
            throw new BadFileException(path, $"not valid here: {error.Message}", "Correct or remove that key.", error);
        }
    }

    private static KeyValuePair<string, string> FindRenamedKey(JsonException error) =>
        RenamedKeys.FirstOrDefault(key => error.Message.Contains($"'{key.Key}'", StringComparison.Ordinal));

    private static JsonSerializerOptions Create(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = indented,
    };
}
