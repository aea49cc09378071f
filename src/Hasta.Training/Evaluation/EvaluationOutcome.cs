using Hasta.Training.Evaluation.Report;

namespace Hasta.Training.Evaluation;

/// <summary>The report of an evaluation, and the files to write it to.</summary>
internal sealed record EvaluationOutcome(EvaluationReport Report, EvaluationFiles Files);
