using System.CommandLine;
using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.Text;
using Hasta.Tool.Enrollment;
using Hasta.Tool.Output;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta enroll</c>: teaches a sign with a few recordings.</summary>
internal static class EnrollCommand
{
    private static readonly Argument<string?> Word = new("WORD")
    {
        Description = "The sign's name.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Argument<string[]> Clips = new("CLIP")
    {
        Description = "1 to 5 recordings: videos, .pose files, or folders of them.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Folder = new("--folder")
    {
        Description = "A folder with one clip per word, named after the word: a dictionary for hasta lookup.",
    };

    private static readonly Option<string> Signer = new("--signer") { Description = "Who signs.", DefaultValueFactory = _ => "me" };
    private static readonly Option<bool> Yes = new("--yes") { Description = "The signer agrees to be kept in the library: do not ask." };
    private static readonly Option<string?> Model = new("--model") { Description = "The folder of a run or checkpoint." };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per sign on standard output." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("enroll", "Teaches a sign with 1 to 5 recordings: recognized at once, without training.")
        {
            Word, Clips, Folder, Signer, Yes, Model, Json, LibraryOption.Library,
            EnrolledSignsCommands.List(terminal), EnrolledSignsCommands.Remove(terminal), EnrolledSignsCommands.Export(terminal),
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new EnrollRequest
        {
            Signs = SignsOf(parsed),
            Signer = parsed.GetValue(Signer)!,
            Library = LibraryOption.PathOf(parsed),
            Model = parsed.GetValue(Model),
            HasConsent = parsed.GetValue(Yes),
            IsDictionary = parsed.GetValue(Folder) is not null,
        };
        foreach (EnrollLine line in await EnrollRunner.RunAsync(terminal, request, cancellationToken))
        {
            EnrollPrinter.Print(terminal, line, parsed.GetValue(Json));
        }

        return ExitCode.Done;
    }

    /// <exception cref="UsageException">Neither a word with recordings nor a folder is given, or both.</exception>
    private static (string Gloss, IReadOnlyList<string> Clips)[] SignsOf(ParseResult parsed)
    {
        string[] clips = parsed.GetValue(Clips) ?? [];
        return (parsed.GetValue(Folder), parsed.GetValue(Word)) switch
        {
            ({ } folder, null) => DictionaryOf(folder),
            (null, { } word) when clips.Length > 0 => [(word, ClipArguments.Expand(clips))],
            _ => throw new UsageException("Give a WORD and its CLIPs, or --folder."),
        };
    }

    private static (string Gloss, IReadOnlyList<string> Clips)[] DictionaryOf(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new BadFileException(folder, "there is no such folder.", "Check the path.");
        }

        (string Gloss, IReadOnlyList<string> Clips)[] words =
        [
            .. Directory.EnumerateFiles(folder).Where(ClipExtensions.IsClip).Order(StringComparer.Ordinal)
                .GroupBy(path => NameText.Clean(Path.GetFileNameWithoutExtension(path)), StringComparer.Ordinal)
                .Where(word => word.Key.Length > 0)
                .Select(word => (word.Key, (IReadOnlyList<string>)[.. word])),
        ];
        return words.Length > 0
            ? words
            : throw new BadFileException(folder, "there are no clips in this folder.", "Name each clip after its word, such as WATER.mp4.");
    }
}
