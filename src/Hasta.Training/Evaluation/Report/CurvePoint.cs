namespace Hasta.Training.Evaluation.Report;

/// <summary>One epoch of the learning curve.</summary>
/// <param name="Epoch">Counted from 1.</param>
/// <param name="TrainLoss">Mean loss over the epoch's training clips.</param>
/// <param name="ValidationAccuracy">Fraction 0..1 of the validation clips recognised after the epoch.</param>
internal sealed record CurvePoint(int Epoch, double TrainLoss, double ValidationAccuracy);
