namespace Hasta.Datasets;

/// <summary>The frames file of a prepared clip.</summary>
/// <param name="Engine">Identifies how the frames were selected and stored.</param>
/// <param name="Sha256">SHA-256 of the file, lower-case hex.</param>
internal sealed record FrameSet(string Engine, string Sha256);
