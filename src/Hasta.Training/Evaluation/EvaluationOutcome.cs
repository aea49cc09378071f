using Hasta.Training.Evaluation.Report;

namespace Hasta.Training.Evaluation;

/// <summary>What was measured, and where it is to be written.</summary>
internal sealed record EvaluationOutcome(EvaluationReport Report, EvaluationFiles Files);
