namespace Hasta.Training.Evaluation.Metrics;

/// <summary>Top-1 of the same clips with left and right swapped, as a flipped webcam shows them.</summary>
/// <param name="Top1">The fraction 0..1 recognised.</param>
/// <param name="Low">Lower end of its 95% interval, computed like that of the report's top-1.</param>
/// <param name="High">Upper end of its 95% interval.</param>
internal sealed record MirroredScore(double Top1, double Low, double High);
