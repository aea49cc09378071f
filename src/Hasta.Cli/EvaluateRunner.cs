using Hasta.Tool.Output;
using Hasta.Training.Evaluation;
using Hasta.Training.Evaluation.Report;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging;

namespace Hasta.Cli;

/// <summary>Measures a run and writes its report.</summary>
internal static class EvaluateRunner
{
    /// <param name="terminal">Where to print warnings.</param>
    /// <param name="request">What to measure.</param>
    public static EvaluationOutcome Run(Terminal terminal, EvaluationRequest request)
    {
        using ILoggerFactory loggers = Logs.ToTerminal(terminal);
        EvaluationOutcome outcome = new ModelEvaluation(TimeProvider.System, loggers.CreateLogger<ModelEvaluation>()).Run(request);
        CurvePoint[] curve =
        [
            .. RunFolder.ReadHistory(request.Run).Where(epoch => epoch.ValidationAccuracy is not null)
                .Select(epoch => new CurvePoint(epoch.Epoch, epoch.TrainLoss, epoch.ValidationAccuracy!.Value)),
        ];
        outcome.Files.Write(outcome.Report, curve);
        return outcome;
    }
}
