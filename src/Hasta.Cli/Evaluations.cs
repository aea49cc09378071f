using Hasta.Evaluation;
using Hasta.Training;
using Microsoft.Extensions.Logging;
using TorchSharp;

namespace Hasta.Cli;

/// <summary>Measures a run and writes its page.</summary>
public static class Evaluations
{
    /// <param name="terminal">For warnings.</param>
    /// <param name="request">What to measure.</param>
    /// <param name="device">Where.</param>
    /// <param name="page">Where the HTML page goes; null for none.</param>
    public static EvaluationReport Run(Terminal terminal, EvaluationRequest request, torch.Device device, string? page)
    {
        using ILoggerFactory loggers = Logs.ToTerminal(terminal);
        EvaluationReport report = new EvaluationRun(device, TimeProvider.System, loggers.CreateLogger<EvaluationRun>()).Run(request);
        if (page is not null)
        {
            CurvePoint[] curve =
            [
                .. RunFolder.ReadHistory(request.Run).Where(epoch => epoch.ValidationAccuracy is not null)
                    .Select(epoch => new CurvePoint(epoch.Epoch, epoch.TrainLoss, epoch.ValidationAccuracy!.Value)),
            ];
            AtomicFile.WriteText(page, ReportPage.Render(report, curve));
        }

        return report;
    }
}
