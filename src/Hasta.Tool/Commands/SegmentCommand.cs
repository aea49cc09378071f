using System.CommandLine;
using Hasta.Landmarks;
using Hasta.Recognition;
using Hasta.Tool.Live;
using Hasta.Tool.Output;
using Hasta.Tool.Segments;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta segment</c>: finds the signs in a long video and writes where they are, for ELAN or as JSON.</summary>
internal static class SegmentCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "A video or .pose file of any length." };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The file to write: .eaf, to open it in ELAN, or .json.",
        Required = true,
    };

    private static readonly Option<string?> Model = new("--model")
    {
        Description = "The folder of a run or checkpoint. Default: the shipped model (hasta words).",
    };

    private static readonly Option<bool> Force = new("--force") { Description = "Replaces the file to write if it exists." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("segment", "Finds the signs in a long video, and writes where they are.")
        {
            File, Out, Model, Force, ClipArguments.Person,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        string file = parsed.GetRequiredValue(File);
        string output = parsed.GetRequiredValue(Out);
        SegmentFile.Check(output, file, parsed.GetValue(Force));
        var options = new SignRecognizerOptions { Person = ClipArguments.CheckPerson(parsed.GetValue(ClipArguments.Person), [file]) };
        using SignRecognizer recognizer = await SignRecognizer.LoadAsync(parsed.GetValue(Model), options, cancellationToken);
        LongClip clip = await OpenAsync(terminal, recognizer, (file, options.Person), cancellationToken);
        SegmentList segments = await ProgressBar.RunAsync(
            terminal, "Seconds seen", progress => new Segmentation(recognizer, clip, progress).RunAsync(cancellationToken));
        SegmentFile.Write(output, segments);
        ClipNotes.Print(terminal, file, clip.Landmarks.Warnings, clip.Landmarks.People());
        terminal.Answers.WriteLine(segments.Summary);
        return ExitCode.Done;
    }

    /// <exception cref="HastaException">The model needs video frames, or the file cannot be read.</exception>
    private static async Task<LongClip> OpenAsync(
        Terminal terminal, SignRecognizer recognizer, (string File, int? Person) clip, CancellationToken cancellationToken)
    {
        LiveModel.Check(terminal, recognizer, seesVideo: !ClipArguments.IsPose(clip.File));
        LongClip opened = await LongClip.OpenAsync(recognizer, clip.File, clip.Person, cancellationToken);
        if (opened.Landmarks.Person is { } person)
        {
            terminal.WriteError($"{clip.File}: {PeopleNote.Format(person)}");
        }

        return opened;
    }
}
