using Hasta.Recognition.Features;

namespace Hasta.Training.Data;

/// <summary>One prepared clip in memory.</summary>
/// <param name="Clip">The clip's id.</param>
/// <param name="Body">Its points in the signer's frame.</param>
/// <param name="Gloss">The gloss's place in the vocabulary.</param>
/// <param name="Signer">Who signs, where known.</param>
internal sealed record TrainingClip(string Clip, NormalizedSequence Body, int Gloss, string? Signer);
