namespace Hasta.Training.Evaluation.Metrics;

/// <summary>The answer for a clip of a signer that the model was not trained on.</summary>
/// <param name="Signer">The left-out signer.</param>
/// <param name="Gloss">The true gloss.</param>
/// <param name="Answer">The most probable gloss.</param>
internal readonly record struct LeftOutAnswer(string Signer, string Gloss, string Answer)
{
    public bool IsRight => Gloss == Answer;
}
