namespace Hasta.Recognition;

/// <summary>A candidate gloss for a clip.</summary>
/// <param name="Gloss">The gloss.</param>
/// <param name="Confidence">0..1.</param>
public sealed record Candidate(string Gloss, double Confidence);
