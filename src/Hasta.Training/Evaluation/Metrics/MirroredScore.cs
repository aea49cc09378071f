namespace Hasta.Training.Evaluation.Metrics;

/// <summary>The same clips with left and right exchanged, as a flipped webcam shows them.</summary>
/// <param name="Top1">The fraction 0..1 recognised.</param>
/// <param name="Low">Lower end of its 95% interval, found as the headline's.</param>
/// <param name="High">Upper end of its 95% interval.</param>
internal sealed record MirroredScore(double Top1, double Low, double High);
