using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hasta.Landmarks.Text;

namespace Hasta.Landmarks.IO;

/// <summary>The one JSON dialect of the project: camelCase, enums as words, an unknown or missing key is an error that names it.</summary>
internal static class StrictJson
{
    /// <summary>Settings of earlier versions, and what they are called today.</summary>
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

    /// <exception cref="BadFileException">The file is missing, is larger than <paramref name="maxBytes"/>, or does not fit <typeparamref name="T"/>.</exception>
    public static T Read<T>(string path, long maxBytes = 64 << 20)
    {
        FileInfo file = InputFile.Find(path);
        if (!file.Exists)
        {
            throw new BadFileException(path, "this file is missing.", "Check the path.");
        }

        if (file.Length > maxBytes)
        {
            throw new BadFileException(path, $"{file.Length} bytes are more than the {maxBytes} this file may have.", "Is it the right file?");
        }

        return Parse<T>(path, StrictText.Read(path));
    }

    /// <summary><paramref name="path"/> (with a line number, say) only names the source in errors.</summary>
    public static T Parse<T>(string path, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Line) ?? throw new JsonException("the document is null");
        }
        catch (JsonException error) when (RenamedKeys.FirstOrDefault(key => error.Message.Contains($"'{key.Key}'", StringComparison.Ordinal)) is { Key: { } old, Value: var now })
        {
            throw new BadFileException(path, $"{old} is now called {now}.", "Rename that key.", error);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or ArgumentException)
        {
            throw new BadFileException(path, $"not valid here: {error.Message}", "Correct or remove that key.", error);
        }
    }

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
