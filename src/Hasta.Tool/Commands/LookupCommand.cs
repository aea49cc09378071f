using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Recognition;
using Hasta.Recognition.Enrollment;
using Hasta.Recognition.Features;
using Hasta.Tool.Enrollment;
using Hasta.Tool.Output;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta lookup</c>: a visual dictionary of known and enrolled signs.</summary>
internal static class LookupCommand
{
    private static readonly Argument<string[]> Clips = new("CLIP")
    {
        Description = "Videos, .pose files, or folders of them.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<int> Top = new("--top") { Description = "Signs per clip, 1 to 100.", DefaultValueFactory = _ => 5 };
    private static readonly Option<string?> Model = new("--model") { Description = "The folder of a run or checkpoint." };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per clip on standard output." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("lookup", "Looks a sign up: the known and enrolled signs that are most similar to a clip.")
        {
            Clips, Top, Model, LibraryOption.Library, Json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        int top = parsed.GetValue(Top) is >= 1 and <= 100 and int count ? count : throw new UsageException("--top must be 1 to 100.");
        var options = new SignRecognizerOptions { Library = LibraryOption.OpenIfAny(parsed), AllWords = true };
        using SignRecognizer recognizer = await SignRecognizer.LoadAsync(parsed.GetValue(Model), options, cancellationToken);
        bool all = true;
        foreach (string path in ClipArguments.Expand(parsed.GetRequiredValue(Clips)))
        {
            try
            {
                EnrollmentClip clip = await recognizer.ReadClipAsync(path, cancellationToken);
                Print(terminal, new LookupLine(path, recognizer.Lookup(clip.Landmarks, top)), parsed.GetValue(Json));
            }
            catch (HastaException error) when (error is BadFileException or NoBodyException)
            {
                terminal.WriteError(error.Message.Contains(path, StringComparison.Ordinal) ? error.Message : $"{path}: {error.Message}");
                all = false;
            }
        }

        return all ? ExitCode.Done : ExitCode.UserError;
    }

    private static void Print(Terminal terminal, LookupLine line, bool json)
    {
        if (json)
        {
            terminal.Answers.WriteLine(JsonSerializer.Serialize(line, StrictJson.Line));
            return;
        }

        string signs = string.Join(", ", line.Signs.Select(match => string.Create(
            CultureInfo.InvariantCulture, $"{GlossInfo.DisplayOf(match.Gloss)} {match.Similarity:0.00}{KindText.Format(match.Kind)}")));
        terminal.Out.MarkupLineInterpolated($"{line.Clip}: {signs}");
    }
}
