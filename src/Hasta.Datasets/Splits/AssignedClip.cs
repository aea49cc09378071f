using System.Text.Json.Serialization;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Splits;

/// <summary>A clip assigned to a set, with all that identifies it in another data folder.</summary>
internal sealed record AssignedClip
{
    /// <summary>The clip's id.</summary>
    public required string Clip { get; init; }

    /// <summary>Hash of its landmarks.</summary>
    public required string PoseSha256 { get; init; }

    /// <summary>train, validation or test in a split plan; the leak check also compares other sets, such as one per signer.</summary>
    [JsonPropertyName("split")]
    public required string Set { get; init; }

    /// <summary>Null in plans written by early versions; such a clip is compared by its hashes alone.</summary>
    public string? Gloss { get; init => field = value is null ? null : NameText.Clean(value); }

    /// <summary>Hash of its source, which stays the same when it is prepared with other settings. Null in plans written by early versions.</summary>
    public string? SourceFingerprint { get; init; }

    /// <summary>Null where not known. Two different known signers make no near-take. Not part of a plan.</summary>
    [JsonIgnore]
    public string? Signer { get; init; }

    /// <summary>Distinguishes data folders: between two of them, only file names given by a camera can match, and signers' names mean nothing. Not part of a plan.</summary>
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
