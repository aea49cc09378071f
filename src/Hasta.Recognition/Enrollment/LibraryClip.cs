using System.Text.Json.Serialization;
using Hasta.Landmarks;

namespace Hasta.Recognition.Enrollment;

/// <summary>
/// A recording of a library: a line of <c>manifest.jsonl</c>, with the keys of a data folder's manifest, so that a library is a data
/// folder.
/// </summary>
internal sealed record LibraryClip
{
    /// <summary>The first 16 hex digits of <see cref="PoseSha256"/>; the landmarks are in <c>poses/{clip}.pose</c>.</summary>
    public required string Clip { get; init; }

    public required string Gloss { get; init; }

    public required string Signer { get; init; }

    /// <summary>The day of enrolment: same room, clothes and light.</summary>
    public required string Session { get; init; }

    public required string Source { get; init; }

    /// <summary>The same as <see cref="PoseSha256"/>: the recording itself is not kept.</summary>
    public required string SourceFingerprint { get; init; }

    public required int Frames { get; init; }

    /// <summary>Frames per second.</summary>
    public required double Fps { get; init; }

    /// <summary>The fraction 0..1 of frames in which a body was found.</summary>
    public required double DetectionRate { get; init; }

    [JsonConverter(typeof(LandmarkEngineIdConverter))]
    public required LandmarkEngineId Engine { get; init; }

    /// <summary>SHA-256 of the .pose file, lower-case hex.</summary>
    public required string PoseSha256 { get; init; }
}
