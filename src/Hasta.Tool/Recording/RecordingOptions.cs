using System.CommandLine;
using Hasta.Landmarks;
using Hasta.Recognition.Enrollment;
using Hasta.Tool.Enrollment;
using Hasta.Tool.Output;

namespace Hasta.Tool.Recording;

/// <summary>The command-line options for keeping what was recognized in a stream.</summary>
internal static class RecordingOptions
{
    public static Option<string?> Record { get; } = new("--record")
    {
        Description = "A folder that keeps the landmarks of each recognized sign, as a data set. The signer must agree.",
        HelpName = "FOLDER",
    };

    public static Option<string> Signer { get; } = new("--signer")
    {
        Description = "Who is recorded.",
        DefaultValueFactory = _ => "me",
    };

    public static Option<bool> Yes { get; } = new("--yes") { Description = "The signer agrees to be recorded: do not ask." };

    /// <summary>Asks whether the signer agrees, and says that it records.</summary>
    /// <returns>Null if nothing is to be recorded.</returns>
    /// <exception cref="HastaException">
    /// The signer does not agree, the name cannot be used, or the folder has anything but recordings or cannot be written.
    /// </exception>
    public static LiveRecording? Start(Terminal terminal, ParseResult parsed)
    {
        if (parsed.GetValue(Record) is not { } folder)
        {
            return parsed.GetResult(Signer) is { Implicit: false } || parsed.GetValue(Yes)
                ? throw new UsageException("--signer and --yes need --record: without it nothing is kept.")
                : null;
        }

        string signer = parsed.GetRequiredValue(Signer);
        var library = SignLibrary.Open(folder);
        ConsentPrompt.Require(terminal, library, signer, parsed.GetValue(Yes));
        terminal.WriteError($"recording {signer}: the landmarks of each recognized sign are kept in {folder}.");
        return new LiveRecording(library, signer);
    }
}
