using Hasta.Recognition;

namespace Hasta.Training.Evaluation.Enrollment;

/// <summary>A clip as a model sees it; two clips with equal values are still two clips.</summary>
/// <param name="person">Who signs, and the clip's source.</param>
/// <param name="gloss">The true gloss.</param>
/// <param name="embedding">By a model.</param>
internal sealed class EmbeddedClip((string Signer, string Source) person, string gloss, SignEmbedding embedding)
{
    public string Signer => person.Signer;

    public string Source => person.Source;

    public string Gloss => gloss;

    public SignEmbedding Embedding => embedding;
}
