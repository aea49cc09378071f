using System.CommandLine;
using Hasta.Datasets;
using Hasta.Evaluation;
using Hasta.Models;
using Spectre.Console;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta evaluate</c>: what a model is worth on clips it has not learned from.</summary>
public static class EvaluateCommand
{
    private const string All = "all";

    private static readonly Argument<string> Run = new("RUN") { Description = "A run's or a checkpoint's folder." };
    private static readonly Argument<string> Data = new("DATA") { Description = "A data folder that hasta prepare made." };
    private static readonly Option<string?> Part = new("--split") { Description = "test (as a rule), validation or all, of the data set the model was trained on." };
    private static readonly Option<bool> AllowTrainingClips = new("--allow-training-clips") { Description = "Measure clips that the model learned from all the same." };
    private static readonly Option<string?> Report = new("--report") { Description = "Also write an HTML page there." };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object on standard output." };
    private static readonly Option<string> Device = new("--device") { Description = "auto, cpu, cuda, cuda:N or mps.", DefaultValueFactory = _ => "auto" };

    public static Command Create(Terminal terminal)
    {
        Part.AcceptOnlyFromAmong("test", "validation", All);
        var command = new Command("evaluate", "Measures a model: top-1, top-5, macro-F1, per gloss and signer, with 95% intervals.")
        {
            Run, Data, Part, AllowTrainingClips, Report, Json, Device,
        };
        command.SetAction(parsed => Evaluate(terminal, parsed));
        return command;
    }

    private static int Evaluate(Terminal terminal, ParseResult parsed)
    {
        string? part = parsed.GetValue(Part);
        var request = new EvaluationRequest
        {
            Run = parsed.GetRequiredValue(Run),
            Data = parsed.GetRequiredValue(Data),
            Part = part is null or All ? null : Enum.Parse<Split>(part, ignoreCase: true),
            All = part == All,
            AllowTrainingClips = parsed.GetValue(AllowTrainingClips),
        };
        string? page = parsed.GetValue(Report);
        EvaluationReport report = Evaluations.Run(terminal, request, TorchDevice.Pick(parsed.GetValue(Device)!), page);
        if (parsed.GetValue(Json))
        {
            terminal.Answers.WriteLine(EvaluationJson.ToLine(report));
            return ExitCode.Done;
        }

        EvaluationTable.Print(terminal, report);
        if (page is not null)
        {
            terminal.Out.MarkupLineInterpolated($"The report is in [bold]{page}[/]");
        }

        return ExitCode.Done;
    }
}
