namespace Hasta.Training.Evaluation.Metrics;

/// <summary>A wrong prediction and how often it occurred.</summary>
/// <param name="Gloss">The true gloss.</param>
/// <param name="Predicted">The predicted gloss.</param>
/// <param name="Clips">Number of clips.</param>
internal sealed record Confusion(string Gloss, string Predicted, int Clips);
