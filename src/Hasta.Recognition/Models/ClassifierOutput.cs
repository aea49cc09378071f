namespace Hasta.Recognition.Models;

/// <summary>What a classifier computes for a clip.</summary>
/// <param name="Logits"><c>[gloss]</c>.</param>
/// <param name="Embedding">The input of the head, scaled to unit length: <c>[width]</c>.</param>
internal readonly record struct ClassifierOutput(float[] Logits, float[] Embedding);
