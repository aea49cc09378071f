namespace Hasta.Recognition.Enrollment;

/// <summary>A clip of a known sign as a model's network sees it.</summary>
/// <param name="Gloss">The sign.</param>
/// <param name="Signer">Null if unknown.</param>
/// <param name="Values">The network's embedding, of length 1: <c>[width]</c>.</param>
internal sealed record SignTake(string Gloss, string? Signer, float[] Values);
