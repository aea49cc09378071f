using System.Globalization;

namespace Hasta.Landmarks;

/// <summary>
/// Identifies the engine that found a clip's landmarks. Equal ids mean equal landmarks for the same clip; landmarks whose ids are not
/// <see cref="IsCompatibleWith">compatible</see> must not be mixed in one data set.
/// </summary>
public sealed record LandmarkEngineId
{
    /// <summary><c>hasta-holistic</c>, <c>hasta-hands</c>, <c>landmark-array</c>, <c>pose-file</c>, or another engine's name.</summary>
    public required string Name { get; init; }

    /// <summary>Incremented when the same models and settings produce different landmarks. Null if the engine is unknown.</summary>
    public int? Version { get; init; }

    /// <summary>Hash of the models that find body and hands, 16 hex digits.</summary>
    public string? Models { get; init; }

    /// <summary>Sampling, thresholds and execution provider.</summary>
    public string? Settings { get; init; }

    /// <summary>Hash and thresholds of the face models; null without the face. Body and hands do not depend on it.</summary>
    public string? Face { get; init; }

    /// <summary>Pixels; see <see cref="Video.VideoOptions.MaxHeight"/>.</summary>
    public int? MaxHeight { get; init; }

    /// <summary>
    /// How a source that already contained landmarks was read, such as <c>12 fps 640x480</c>. It differs per source, not per engine.
    /// </summary>
    public string? Input { get; init; }

    /// <summary>
    /// Whether body and hands are found in the same way. All arrays are compatible with each other, and so are all .pose files: neither
    /// records its engine.
    /// </summary>
    public bool IsCompatibleWith(LandmarkEngineId other) => ForBodyAndHands() == other.ForBodyAndHands();

    /// <summary>The id without the face and the input, as stored in a trained model.</summary>
    public LandmarkEngineId ForBodyAndHands() => this with { Face = null, Input = null };

    /// <summary>One line for messages.</summary>
    public override string ToString() => string.Join(' ', new[]
    {
        Version is { } version ? string.Create(CultureInfo.InvariantCulture, $"{Name}/{version}") : Name,
        Models is null ? null : $"models={Models}",
        Settings,
        Face is null ? null : $"face={Face}",
        MaxHeight is { } height ? string.Create(CultureInfo.InvariantCulture, $"max-height={height}") : null,
        Input,
    }.OfType<string>());
}
