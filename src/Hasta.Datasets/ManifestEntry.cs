using System.Text.Json.Serialization;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets;

/// <summary>One prepared clip: a line of <c>manifest.jsonl</c>.</summary>
internal sealed record ManifestEntry
{
    /// <summary>The clip's id; its landmarks lie in <c>poses/{clip}.pose</c> of the data folder.</summary>
    public required string Clip { get; init; }

    public required string Gloss { get; init => field = NameText.Clean(value); }

    public string? Signer { get; init => field = value is null ? null : NameText.Clean(value); }

    public string? Session { get; init => field = value is null ? null : NameText.Clean(value); }

    /// <summary>The official list's part, where the source had one.</summary>
    public Split? Split { get; init; }

    /// <summary>Where the landmarks came from: a path, or an array file and row.</summary>
    public required string Source { get; init; }

    /// <summary>Changes when the source's bytes change; prepare then redoes the clip.</summary>
    public required string SourceFingerprint { get; init; }

    public required int Frames { get; init; }

    /// <summary>Frames per second.</summary>
    public required double Fps { get; init; }

    /// <summary>The fraction 0..1 of frames in which a person's body was found.</summary>
    public required double DetectionRate { get; init; }

    /// <summary>What found the landmarks.</summary>
    [JsonConverter(typeof(LandmarkEngineIdConverter))]
    public required LandmarkEngineId Engine { get; init; }

    /// <summary>SHA-256 of the .pose file, lower-case hex: the clip's identity across data folders (leak check).</summary>
    public required string PoseSha256 { get; init; }

    /// <summary>
    /// What was done to the clip's picture before it was looked at, such as <c>tone-mapped (smpte2084)</c>; null where nothing was. Together with
    /// <see cref="Engine"/> it says what the landmarks depend on: prepare redoes a clip for which it would be another one now.
    /// </summary>
    public string? Picture { get; init; }

    /// <summary>How many people were seen at the start; null where there was one, or nobody counted.</summary>
    public int? People { get; init; }

    /// <summary>The frames kept in <c>frames/{clip}.frames</c>; null where prepare was not asked to, or the clip has no pictures.</summary>
    public FrameSet? KeptFrames { get; init; }
}
