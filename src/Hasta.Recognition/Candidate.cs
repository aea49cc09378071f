namespace Hasta.Recognition;

/// <summary>One gloss that a clip may show.</summary>
/// <param name="Gloss">The word.</param>
/// <param name="Confidence">0..1.</param>
public sealed record Candidate(string Gloss, double Confidence);
