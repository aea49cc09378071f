using System.CommandLine;
using Hasta.Datasets.Splits;
using Hasta.Tool;
using Hasta.Tool.Output;
using Hasta.Training.Evaluation;
using Hasta.Training.Evaluation.Report;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta evaluate</c>: measures a model on clips it was not trained on.</summary>
internal static class EvaluateCommand
{
    private const string All = "all";

    private static readonly Argument<string> Run = new("RUN") { Description = "The folder of a run or checkpoint." };
    private static readonly Argument<string> Data = new("DATA") { Description = "A data folder from hasta prepare." };
    private static readonly Option<string?> SplitName = new("--split")
    {
        Description = "test, validation or all. Default: test for the data set that the model was trained on, all for any other.",
    };

    private static readonly Option<bool> AllowTrainingClips = new("--allow-training-clips")
    {
        Description = "Also measure clips that the model was trained on.",
    };

    private static readonly Option<string?> Report = new("--report")
    {
        Description = "Path of the page, such as report.html; JSON and predictions are written next to it. Default: the run's folder.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object on standard output." };

    public static Command Create(Terminal terminal)
    {
        SplitName.AcceptOnlyFromAmong("test", "validation", All);
        var command = new Command("evaluate", "Measures a model: top-1, top-5, macro-F1, per gloss and signer, with 95% intervals.")
        {
            Run, Data, SplitName, AllowTrainingClips, Report, Json,
        };
        command.SetAction(parsed => Evaluate(terminal, parsed));
        return command;
    }

    private static int Evaluate(Terminal terminal, ParseResult parsed)
    {
        string? split = parsed.GetValue(SplitName);
        var request = new EvaluationRequest
        {
            Run = parsed.GetRequiredValue(Run),
            Data = parsed.GetRequiredValue(Data),
            Part = split is null or All ? null : Enum.Parse<Split>(split, ignoreCase: true),
            All = split == All,
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
        terminal.Out.MarkupLineInterpolated(
            $"Report: [bold]{outcome.Files.Page}[/], figures: {outcome.Files.Json}, predictions per clip: {outcome.Files.Predictions}");
        return ExitCode.Done;
    }

    /// <exception cref="UsageException">The page would overwrite another report file.</exception>
    private static string? PageOf(string? page) => page is not null && Path.GetExtension(page).ToLowerInvariant() is ".json" or ".csv"
        ? throw new UsageException("--report is the page's path, such as report.html; JSON and predictions are written next to it.")
        : page;
}
