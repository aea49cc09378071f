namespace Hasta.Training.Evaluation.Metrics;

/// <summary>The clips whose confidence lies above <paramref name="From"/> and up to <paramref name="To"/>.</summary>
/// <param name="From">0..1.</param>
/// <param name="To">0..1.</param>
/// <param name="Clips">How many there are.</param>
/// <param name="Right">How many of them are recognised.</param>
/// <param name="Confidence">Their mean confidence, 0..1; null where there are none.</param>
internal sealed record ReliabilityBin(double From, double To, int Clips, int Right, double? Confidence);
