namespace Hasta.Recognition.Enrollment;

/// <summary>A sign as a point in a model's embedding space: a clip, or the mean of several by one signer.</summary>
/// <param name="Gloss">The sign.</param>
/// <param name="Point">Of length 1.</param>
internal sealed record SignPrototype(string Gloss, SignEmbedding Point);
