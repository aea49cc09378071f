using System.Text.Json.Serialization;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Splits;

/// <summary>A clip assigned to a set, with everything that identifies it in another data folder.</summary>
internal sealed record AssignedClip
{
    /// <summary>The clip's id.</summary>
    public required string Clip { get; init; }

    /// <summary>SHA-256 of its landmarks.</summary>
    public required string PoseSha256 { get; init; }

    /// <summary>train, validation or test in a split plan; the leak check also compares other sets, such as one per signer.</summary>
    [JsonPropertyName("split")]
    public required string Set { get; init; }

    /// <summary>Null in plans written by early versions; such a clip is compared by its hashes only.</summary>
    public string? Gloss { get; init => field = value is null ? null : NameText.Clean(value); }

    /// <summary>
    /// Hash of its source, which does not change when the clip is prepared with other settings. Null in plans written by early versions.
    /// </summary>
    public string? SourceFingerprint { get; init; }

    /// <summary>Null if unknown. Clips of two different known signers are never near-takes. Not stored in a plan.</summary>
    [JsonIgnore]
    public string? Signer { get; init; }

    /// <summary>
    /// Distinguishes data folders: across folders, only camera-assigned file names can match, and signer names are not comparable. Not
    /// stored in a plan.
    /// </summary>
    [JsonIgnore]
    public string DataSet { get; init; } = "";

    public static AssignedClip From(ManifestEntry entry, Split split) => From(entry, SplitName.Format(split));

    public static AssignedClip From(ManifestEntry entry, string set) => new()
    {
        Clip = entry.Clip,
        Set = set,
        PoseSha256 = entry.PoseSha256,
        SourceFingerprint = entry.SourceFingerprint,
        Gloss = entry.Gloss,
        Signer = entry.Signer,
    };
}
