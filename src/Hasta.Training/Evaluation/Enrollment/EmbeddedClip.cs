using Hasta.Recognition;

namespace Hasta.Training.Evaluation.Enrollment;

/// <summary>A clip as a model sees it.</summary>
/// <param name="Source">The clip's source.</param>
/// <param name="Gloss">The true gloss.</param>
/// <param name="Embedding">By a model.</param>
internal sealed record EmbeddedClip(string Source, string Gloss, SignEmbedding Embedding);
