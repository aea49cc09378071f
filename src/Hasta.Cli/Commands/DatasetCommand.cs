using System.CommandLine;
using System.Text.Json;
using Hasta.Datasets;
using Hasta.Datasets.Clips;
using Hasta.Include.Audit;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Programs;
using Hasta.Tool;
using Hasta.Tool.Output;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta dataset</c>: checks a folder of clips, and compares results of INCLUDE's protocols.</summary>
internal static class DatasetCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "A folder or CSV of clips, as for hasta prepare." };
    private static readonly Option<string?> Data = new("--data") { Description = "The data folder of DIR, for detection rates." };
    private static readonly Option<int> Workers = new("--workers")
    {
        Description = "Clips to process in parallel.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object on standard output." };
    private static readonly Argument<string> Runs = new("RUNS")
    {
        Description = "A folder with one run per protocol: official, official-50, session-disjoint, session-disjoint-50.",
    };

    private static readonly Argument<string> Splits = new("SPLITS")
    {
        Description = "The data folders written by hasta splits include --data.",
    };

    public static Command Create(Terminal terminal)
    {
        var check = new Command(
            "check", "Decodes every clip and reports clips per gloss, damaged clips, copies, and differences from INCLUDE's lists.")
        {
            Folder, Data, Workers, Json,
        };
        check.SetAction((parsed, cancellationToken) => CheckAsync(terminal, parsed, cancellationToken));
        var figures = new Command(
            "figures", "INCLUDE's results: official and session-disjoint protocols side by side, with 95% intervals.")
        {
            Runs, Splits,
        };
        figures.SetAction(parsed =>
        {
            IncludeFigures.Print(terminal, parsed.GetRequiredValue(Runs), parsed.GetRequiredValue(Splits));
            return ExitCode.Done;
        });
        return new Command("dataset", "Checks and compares data sets.") { check, figures };
    }

    private static async Task<int> CheckAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Workers) < 1)
        {
            throw new UsageException("--workers must be above 0.");
        }

        IReadOnlyList<Clip> clips = ClipFinder.Find(parsed.GetRequiredValue(Folder));
        IReadOnlyList<ManifestEntry> landmarks = parsed.GetValue(Data) is { } data ? Manifest.Read(data) : [];
        var audit = new DatasetAudit(new VideoOptions { Ffmpeg = Ffmpeg.Find() }, parsed.GetValue(Workers));
        AuditReport report = await ProgressBar.RunAsync(
            terminal, "Checking", progress => audit.RunAsync(clips, landmarks, progress, cancellationToken));
        report = report with { NotTaken = IgnoredFiles.In(parsed.GetRequiredValue(Folder), clips) };
        if (parsed.GetValue(Json))
        {
            terminal.Answers.WriteLine(JsonSerializer.Serialize(report, StrictJson.Line));
        }
        else
        {
            AuditTable.Print(terminal, report);
        }

        return ExitCode.Done;
    }
}
