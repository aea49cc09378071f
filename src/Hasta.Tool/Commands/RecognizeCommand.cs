using System.CommandLine;
using Hasta.Landmarks;
using Hasta.Pictures.KeptFrames;
using Hasta.Recognition;
using Hasta.Recognition.Features;
using Hasta.Tool.Enrollment;
using Hasta.Tool.Output;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta recognize</c>: recognizes the sign in each clip.</summary>
internal static class RecognizeCommand
{
    private static readonly Argument<string[]> Clips = new("CLIP")
    {
        Description = "Videos, .pose files, or folders of them.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Model = new("--model")
    {
        Description = "The folder of a run or checkpoint. Default: the shipped model (hasta words).",
    };

    private static readonly Option<bool> AllWords = new("--all-words")
    {
        Description = "Answer with words too of which the model has recordings of one signer only: expect less of them.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per clip on standard output." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("recognize", "Recognizes the sign in each clip: gloss, confidence and other candidates, or \"unsure\".")
        {
            Clips, Model, LibraryOption.Library, AllWords, Json, ClipArguments.Person, SignerPartsOptions.Region,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    /// <summary>Recognizes and prints each clip; also used by the demo.</summary>
    /// <returns>Whether every clip could be processed.</returns>
    public static async Task<bool> RecognizeAsync(Terminal terminal, RecognizeRequest request, CancellationToken cancellationToken)
    {
        var options = new SignRecognizerOptions
        {
            Person = request.Person,
            Region = request.Region,
            FrameKeeper = () => new FrameSampler(),
            Library = request.Library,
            AllWords = request.AllWords,
        };
        using SignRecognizer recognizer = await SignRecognizer.LoadAsync(request.Model, options, cancellationToken);
        if (recognizer.EnrollmentWarning is { } obstacle && (request.AllWords || request.Library is { Signs.Count: > 0 }))
        {
            terminal.WriteError($"only the model's own words are answered. {obstacle}");
        }

        if (!request.Clips.All(ClipArguments.IsPose))
        {
            recognizer.LoadLandmarkModels(); // if these are missing, the command fails; a bad clip does not stop it
            if (recognizer.EngineWarning is { } warning)
            {
                terminal.WriteError(warning);
            }
        }

        var printer = new RecognitionPrinter(terminal, request.Json);
        bool all = true;
        foreach (string path in request.Clips)
        {
            try
            {
                printer.Print(path, await recognizer.RecognizeFileAsync(path, cancellationToken));
            }
            catch (HastaException error) when (error is BadFileException or NoBodyException)
            {
                terminal.WriteError(error.Message.Contains(path, StringComparison.Ordinal) ? error.Message : $"{path}: {error.Message}");
                all = false;
            }
        }

        return all;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> clips = ClipArguments.Expand(parsed.GetRequiredValue(Clips));
        var request = new RecognizeRequest
        {
            Model = parsed.GetValue(Model) ?? ShippedModel.Find(),
            Clips = clips,
            Person = ClipArguments.CheckPerson(parsed.GetValue(ClipArguments.Person), clips),
            Library = LibraryOption.OpenIfAny(parsed),
            AllWords = parsed.GetValue(AllWords),
            Json = parsed.GetValue(Json),
            Region = SignerPartsOptions.RegionOf(parsed),
        };
        return await RecognizeAsync(terminal, request, cancellationToken) ? ExitCode.Done : ExitCode.UserError;
    }
}
