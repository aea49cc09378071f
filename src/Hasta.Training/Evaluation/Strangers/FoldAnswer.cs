namespace Hasta.Training.Evaluation.Strangers;

/// <summary>A model's answer for one clip.</summary>
/// <param name="Clip">The clip's id.</param>
/// <param name="Gloss">The true gloss; a word outside the model's vocabulary is one that no other source has.</param>
/// <param name="Logits"><c>[gloss]</c>.</param>
/// <param name="Mirrored">The same for the mirrored clip.</param>
internal sealed record FoldAnswer(string Clip, string Gloss, IReadOnlyList<float> Logits, IReadOnlyList<float> Mirrored);
