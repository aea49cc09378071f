using System.Text.Json.Serialization;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets;

/// <summary>One prepared clip: a line of <c>manifest.jsonl</c>.</summary>
internal sealed record ManifestEntry
{
    /// <summary>The clip's id; its landmarks are in <c>poses/{clip}.pose</c> of the data folder.</summary>
    public required string Clip { get; init; }

    public required string Gloss { get; init => field = NameText.Clean(value); }

    public string? Signer { get; init => field = value is null ? null : NameText.Clean(value); }

    public string? Session { get; init => field = value is null ? null : NameText.Clean(value); }

    /// <summary>The split in the official list, if the source had one.</summary>
    public Split? Split { get; init; }

    /// <summary>The source of the landmarks: a path, or an array file and row.</summary>
    public required string Source { get; init; }

    /// <summary>Changes when the source's bytes change; prepare then redoes the clip.</summary>
    public required string SourceFingerprint { get; init; }

    public required int Frames { get; init; }

    /// <summary>Frames per second.</summary>
    public required double Fps { get; init; }

    /// <summary>The fraction 0..1 of frames in which a body was found.</summary>
    public required double DetectionRate { get; init; }

    /// <summary>The engine that found the landmarks.</summary>
    [JsonConverter(typeof(LandmarkEngineIdConverter))]
    public required LandmarkEngineId Engine { get; init; }

    /// <summary>SHA-256 of the .pose file, lower-case hex: the clip's identity across data folders (leak check).</summary>
    public required string PoseSha256 { get; init; }

    /// <summary>
    /// How the clip's frames were preprocessed before landmark extraction, such as <c>tone-mapped (smpte2084)</c>; null if they were not.
    /// Together with <see cref="Engine"/>, this determines the landmarks: prepare redoes a clip whose preprocessing would differ now.
    /// </summary>
    public string? Picture { get; init; }

    /// <summary>Number of people seen at the start; null if there was one, or if they were not counted.</summary>
    public int? People { get; init; }

    /// <summary>
    /// The frames kept in <c>frames/{clip}.frames</c>; null if prepare was not asked to keep them, or the source has no frames.
    /// </summary>
    public FrameSet? KeptFrames { get; init; }
}
