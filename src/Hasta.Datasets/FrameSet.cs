namespace Hasta.Datasets;

/// <summary>The file of frames that belongs to a prepared clip.</summary>
/// <param name="Engine">Names how they were chosen and kept.</param>
/// <param name="Sha256">Of the file, lower-case hex.</param>
internal sealed record FrameSet(string Engine, string Sha256);
