namespace Hasta.Datasets;

/// <summary>Which part one clip belongs to.</summary>
/// <param name="Clip">The clip's id.</param>
/// <param name="PoseSha256">Its landmarks' hash, by which evaluation knows it again in another data folder.</param>
/// <param name="Split">The part.</param>
public sealed record SplitClip(string Clip, string PoseSha256, Split Split);
