namespace Hasta.Training.Evaluation.Metrics;

/// <summary>The clips whose confidence is above <paramref name="From"/> and at most <paramref name="To"/>.</summary>
/// <param name="From">0..1.</param>
/// <param name="To">0..1.</param>
/// <param name="Clips">Number of clips.</param>
/// <param name="Right">Number of clips recognised.</param>
/// <param name="Confidence">Their mean confidence, 0..1; null if there are none.</param>
internal sealed record ReliabilityBin(double From, double To, int Clips, int Right, double? Confidence);
