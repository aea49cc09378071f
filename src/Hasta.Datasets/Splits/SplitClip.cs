using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Splits;

/// <summary>Which part one clip belongs to, and by what evaluation knows it again in another data folder.</summary>
/// <param name="Clip">The clip's id.</param>
/// <param name="PoseSha256">Its landmarks' hash.</param>
/// <param name="Split">The part.</param>
internal sealed record SplitClip(string Clip, string PoseSha256, Split Split)
{
    /// <summary>Null in plans of before it was written down.</summary>
    public string? Gloss { get; init => field = value is null ? null : NameText.Clean(value); }

    /// <summary>Its source's hash: known again when prepared with other settings. Null in plans of before it was written down.</summary>
    public string? SourceFingerprint { get; init; }

    public static SplitClip Of(ManifestEntry entry, Split split) =>
        new(entry.Clip, entry.PoseSha256, split) { Gloss = entry.Gloss, SourceFingerprint = entry.SourceFingerprint };
}
