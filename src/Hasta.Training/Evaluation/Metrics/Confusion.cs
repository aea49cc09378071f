namespace Hasta.Training.Evaluation.Metrics;

/// <summary>One way to be wrong, and how often it happened.</summary>
/// <param name="Gloss">The true gloss.</param>
/// <param name="Predicted">What the model said instead.</param>
/// <param name="Clips">How many clips.</param>
internal sealed record Confusion(string Gloss, string Predicted, int Clips);
