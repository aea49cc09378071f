using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Hasta.Landmarks.Formats.Npy;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.MediaPipe;

namespace Hasta.Landmarks;

/// <summary>Reads and writes ids as JSON objects; manifests and checkpoints of earlier versions contain them as one line of text.</summary>
internal sealed partial class LandmarkEngineIdConverter : JsonConverter<LandmarkEngineId>
{
    public override LandmarkEngineId? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? FromText(reader.GetString()!)
            : JsonSerializer.Deserialize<LandmarkEngineId>(ref reader, options);

    public override void Write(Utf8JsonWriter writer, LandmarkEngineId value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options);

    /// <returns>The id; a text in another format becomes its name.</returns>
    private static LandmarkEngineId FromText(string text)
    {
        string[] imports = [LandmarkArray.EngineName, PoseFile.EngineName];
        if (imports.FirstOrDefault(name => text.StartsWith(name, StringComparison.Ordinal)) is { } name)
        {
            return new LandmarkEngineId { Name = name, Input = text[name.Length..].Trim() is { Length: > 0 } input ? input : null };
        }

        Match match = EngineText().Match(text);
        if (!match.Success)
        {
            return new LandmarkEngineId { Name = text };
        }

        var id = new LandmarkEngineId
        {
            Name = match.Groups["name"].Value,
            Version = int.Parse(match.Groups["version"].Value, CultureInfo.InvariantCulture),
            Models = match.Groups["models"].Value,
            Settings = match.Groups["settings"].Value + match.Groups["provider"].Value,
            MaxHeight = match.Groups["height"] is { Success: true } height ? int.Parse(height.Value, CultureInfo.InvariantCulture) : null,
        };
        return match.Groups["face"].Success ? SplitFace(id) ?? new LandmarkEngineId { Name = text } : id;
    }

    /// <summary>The hash previously covered the models of the face too.</summary>
    /// <returns>Null for models that are unknown to this version.</returns>
    private static LandmarkEngineId? SplitFace(LandmarkEngineId id) => HolisticEngine.Combinations
        .Where(config => HolisticEngine.HashWithFace(config) == id.Models)
        .Select(HolisticEngine.IdOf)
        .Select(known => id with { Models = known.Models, Face = known.Face })
        .FirstOrDefault();

    [GeneratedRegex(
        @"^(?<name>hasta-holistic|hasta-hands)/(?<version>\d{1,4}) models=(?<models>[0-9a-f]{16}) (?<settings>.*?)"
        + @"(?<face> face=0\.5/0\.5)?(?<provider> provider=\w+)?( max-height=(?<height>\d{1,5}))?$")]
    private static partial Regex EngineText();
}
