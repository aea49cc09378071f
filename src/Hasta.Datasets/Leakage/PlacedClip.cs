using Hasta.Datasets.Splits;

namespace Hasta.Datasets.Leakage;

/// <summary>A clip and the part that it stands in, as the leak check sees it.</summary>
internal sealed record PlacedClip
{
    /// <summary>The clip's id.</summary>
    public required string Clip { get; init; }

    /// <summary>train, validation or test; or another name for clips that are kept apart.</summary>
    public required string Part { get; init; }

    public required string PoseSha256 { get; init; }

    /// <summary>Null where it is not known.</summary>
    public string? SourceFingerprint { get; init; }

    /// <summary>Null where it is not known; such a clip is compared by its hashes alone.</summary>
    public string? Gloss { get; init; }

    /// <summary>Null where not known. Two known and different signers make no near-take.</summary>
    public string? Signer { get; init; }

    /// <summary>Tells data folders apart: between two of them only names that a camera gave say anything, and signers' names nothing.</summary>
    public string DataSet { get; init; } = "";

    internal static PlacedClip Of(ManifestEntry entry, string part) => new()
    {
        Clip = entry.Clip,
        Part = part,
        PoseSha256 = entry.PoseSha256,
        SourceFingerprint = entry.SourceFingerprint,
        Gloss = entry.Gloss,
        Signer = entry.Signer,
    };

    internal static PlacedClip Of(SplitClip clip) => new()
    {
        Clip = clip.Clip,
        Part = SplitName.Format(clip.Split),
        PoseSha256 = clip.PoseSha256,
        SourceFingerprint = clip.SourceFingerprint,
        Gloss = clip.Gloss,
    };
}
