using System.CommandLine;
using Hasta.Landmarks.Text;
using Hasta.Recognition;
using Hasta.Recognition.Live;
using Hasta.Tool.Enrollment;
using Hasta.Tool.Live;
using Hasta.Tool.LiveReport;
using Hasta.Tool.Output;
using Hasta.Tool.Recording;
using Hasta.Tool.Segments;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta live</c>: recognizes signs in a camera's picture, or in a long video or .pose file.</summary>
internal static class LiveCommand
{
    private static readonly Option<string?> Model = new("--model")
    {
        Description = "The folder of a run or checkpoint. Default: the shipped model (hasta words).",
    };

    private static readonly Option<double> MinConfidence = new("--min-confidence")
    {
        Description = "Answers below this confidence, 0 to 1, are \"unsure\".",
        DefaultValueFactory = _ => new LiveRecognizerOptions().MinConfidence!.Value,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per event on standard output." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("live", "Recognizes signs as they are signed to a camera. Ctrl-C ends it.")
        {
            SourceOptions.Camera, SourceOptions.Video, SourceOptions.Poses, Model, MinConfidence, LibraryOption.Library, Json,
            LiveReportOption.Report, RecordingOptions.Record, RecordingOptions.Signer, RecordingOptions.Yes, ClipArguments.Person,
            SourceOptions.TestSource,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        string? file = SourceOptions.FileOf(parsed);
        double minConfidence = parsed.GetValue(MinConfidence) is >= 0 and <= 1 and double min
            ? min
            : throw new UsageException("--min-confidence must be in 0..1.");
        string? report = LiveReportOption.PathOf(parsed);
        int? person = ClipArguments.CheckPerson(parsed.GetValue(ClipArguments.Person), [file ?? ""]);
        var options = new SignRecognizerOptions { Person = person, Library = LibraryOption.OpenIfAny(parsed) };
        using SignRecognizer recognizer = await SignRecognizer.LoadAsync(parsed.GetValue(Model), options, cancellationToken);
        LiveModel.Check(terminal, recognizer, seesVideo: file is null || !ClipArguments.IsPose(file));
        LiveRecording? recording = RecordingOptions.Start(terminal, parsed);
        LiveSource source = await SourceOptions.OpenAsync(parsed, recognizer, person, cancellationToken);
        var live = new LiveRecognizer(recognizer, new LiveRecognizerOptions { MinConfidence = minConfidence })
        {
            OnRecognized = (word, frames) => recording?.Add(source, word, frames),
        };
        var printer = new LivePrinter(terminal, parsed.GetValue(Json));
        var answers = new List<LiveEvent>();
        try
        {
            await foreach (LiveEvent happened in live.RecognizeAsync(source.ReadAsync(cancellationToken), cancellationToken))
            {
                printer.Print(happened);
                answers.AddRange(report is not null && happened is Recognized or Unsure ? [happened] : []);
            }
        }
        finally
        {
            WriteReport(terminal, report, SegmentList.From(source.Name, source.Time, answers));
            PrintRecording(terminal, recording);
        }

        return ExitCode.Done;
    }

    /// <summary>Also when the stream was stopped, or failed: cameras are unplugged.</summary>
    private static void WriteReport(Terminal terminal, string? path, SegmentList segments)
    {
        if (path is not null)
        {
            LiveReportPage.Write(path, segments);
            terminal.Error.MarkupLineInterpolated($"Written: [bold]{path}[/]");
        }
    }

    private static void PrintRecording(Terminal terminal, LiveRecording? recording)
    {
        if (recording is not null)
        {
            terminal.Error.MarkupLineInterpolated($"Recorded: {CountText.Of(recording.Signs, "sign")} in [bold]{recording.Folder}[/]");
        }
    }
}
