using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;
using Hasta.Recognition.Enrollment;
using Hasta.Tool.Enrollment;
using Hasta.Tool.Output;
using Spectre.Console;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta enroll list</c>, <c>remove</c> and <c>export</c>.</summary>
internal static class EnrolledSignsCommands
{
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per sign on standard output." };
    private static readonly Argument<string> Word = new("WORD") { Description = "The sign's name." };
    private static readonly Argument<string> Out = new("OUT") { Description = "A new data folder, for hasta train." };

    public static Command List(Terminal terminal)
    {
        var command = new Command("list", "Lists the enrolled signs.") { Json };
        command.SetAction(parsed => PrintList(terminal, SignLibrary.Open(LibraryOption.PathOf(parsed)), parsed.GetValue(Json)));
        return command;
    }

    public static Command Remove(Terminal terminal)
    {
        var command = new Command("remove", "Removes an enrolled sign and its recordings.") { Word };
        command.SetAction(parsed =>
        {
            string word = parsed.GetRequiredValue(Word);
            int removed = SignLibrary.Open(LibraryOption.PathOf(parsed)).Remove(word);
            terminal.Out.MarkupLineInterpolated($"[bold]{word}[/]: {CountText.Of(removed, "recording")} removed.");
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Export(Terminal terminal)
    {
        var command = new Command("export", "Copies the enrolled signs to a data folder for hasta train.") { Out };
        command.SetAction(parsed =>
        {
            string folder = parsed.GetRequiredValue(Out);
            var library = SignLibrary.Open(LibraryOption.PathOf(parsed));
            library.Export(folder);
            string signs = CountText.Of(library.Signs.Count, "sign");
            terminal.Out.MarkupLineInterpolated($"{signs} in [bold]{folder}[/]; train with: hasta train {folder} --out RUN");
            return ExitCode.Done;
        });
        return command;
    }

    private static int PrintList(Terminal terminal, SignLibrary library, bool json)
    {
        if (json)
        {
            foreach (EnrolledSign sign in library.Signs)
            {
                terminal.Answers.WriteLine(JsonSerializer.Serialize(sign, StrictJson.Line));
            }

            return ExitCode.Done;
        }

        Table table = new Table().Border(TableBorder.Rounded).AddColumns("Sign", "Recordings", "Signers");
        foreach (EnrolledSign sign in library.Signs)
        {
            table.AddRow(
                TerminalText.ToMarkup(sign.Gloss),
                sign.Clips.ToString(CultureInfo.InvariantCulture),
                TerminalText.ToMarkup(string.Join(", ", sign.Signers)));
        }

        terminal.Out.Write(table);
        terminal.Error.WriteLine($"The library is in {library.Path}.");
        return ExitCode.Done;
    }
}
