using System.CommandLine;
using Hasta.Datasets.Splits;
using Hasta.Tool;
using Hasta.Tool.Output;
using Hasta.Training.Evaluation;
using Hasta.Training.Evaluation.Report;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta evaluate</c>: what a model is worth on clips it has not learned from.</summary>
internal static class EvaluateCommand
{
    private const string All = "all";

    private static readonly Argument<string> Run = new("RUN") { Description = "A run's or a checkpoint's folder." };
    private static readonly Argument<string> Data = new("DATA") { Description = "A data folder that hasta prepare made." };
    private static readonly Option<string?> Part = new("--split") { Description = "test (as a rule), validation or all, of the data set the model was trained on." };
    private static readonly Option<bool> AllowTrainingClips = new("--allow-training-clips") { Description = "Measure clips that the model learned from all the same." };
    private static readonly Option<string?> Report = new("--report") { Description = "The page's place, such as report.html; the JSON and the predictions go beside it. Else all go into the run." };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object on standard output." };

    public static Command Create(Terminal terminal)
    {
        Part.AcceptOnlyFromAmong("test", "validation", All);
        var command = new Command("evaluate", "Measures a model: top-1, top-5, macro-F1, per gloss and signer, with 95% intervals.")
        {
            Run, Data, Part, AllowTrainingClips, Report, Json,
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
            Page = PageOf(parsed.GetValue(Report)),
            AllowTrainingClips = parsed.GetValue(AllowTrainingClips),
        };
        EvaluationOutcome outcome = EvaluateRunner.Run(terminal, request);
        if (parsed.GetValue(Json))
        {
            terminal.Answers.WriteLine(EvaluationJson.ToLine(outcome.Report));
            return ExitCode.Done;
        }

        EvaluationTable.Print(terminal, outcome.Report);
        terminal.Out.MarkupLineInterpolated($"The report is in [bold]{outcome.Files.Page}[/], its figures in {outcome.Files.Json}, every clip in {outcome.Files.Predictions}");
        return ExitCode.Done;
    }

    /// <exception cref="UsageException">The page would take another file's place.</exception>
    private static string? PageOf(string? page) => page is not null && Path.GetExtension(page).ToLowerInvariant() is ".json" or ".csv"
        ? throw new UsageException("--report takes the page's place, such as report.html; the JSON and the predictions are written beside it.")
        : page;
}
