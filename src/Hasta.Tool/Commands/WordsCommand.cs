using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Hasta.Landmarks.IO;
using Hasta.Recognition;
using Hasta.Recognition.Enrollment;
using Hasta.Tool.Output;
using Spectre.Console;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta words</c>: the words of a model, in English and Hindi, and how well each is recognized.</summary>
internal static class WordsCommand
{
    private static readonly Option<string?> Model = new("--model")
    {
        Description = "The folder of a run or checkpoint. Default: the shipped model.",
    };

    private static readonly Option<bool> AllWords = new("--all-words")
    {
        Description = "Also list the words of one signer, which recognize --all-words answers.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per word on standard output." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("words", "Lists the words that a model recognizes, in English and Hindi, and how well.")
        {
            Model, AllWords, Json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        using SignRecognizer recognizer = await SignRecognizer.LoadAsync(parsed.GetValue(Model), cancellationToken: cancellationToken);
        WordLine[] words =
        [
            .. recognizer.Glosses.Select(gloss => WordLine.From(gloss, recognizer.StatisticsOf(gloss))),
            .. parsed.GetValue(AllWords) ? recognizer.OneSignerGlosses.Select(WordLine.OfOneSigner) : [],
        ];
        if (parsed.GetValue(Json))
        {
            foreach (WordLine word in words)
            {
                terminal.Answers.WriteLine(JsonSerializer.Serialize(word, StrictJson.Line));
            }
        }
        else
        {
            Print(terminal, words);
        }

        return ExitCode.Done;
    }

    private static void Print(Terminal terminal, WordLine[] words)
    {
        Table table = new Table().Border(TableBorder.Rounded);
        table.AddColumns("Word", "Hindi", "Category", "Signers", "Clips", "Right", "Easily confused with");
        foreach (WordLine word in words)
        {
            table.AddRow(
                TerminalText.ToMarkup(word.Display),
                word.Hindi ?? "",
                word.Category ?? "",
                word.Kind == SignKind.OneSigner ? "one only: expect less" : Text(word.Signers),
                Text(word.Clips),
                Percent(word.Top1),
                TerminalText.ToMarkup(string.Join(", ", word.Similar.Select(GlossInfo.DisplayOf))));
        }

        terminal.Out.Write(table);
        string note = words.Any(word => word.Top1 is not null)
            ? "Right: the share of clips recognized when their signer was left out of training."
            : "This model has no measurements of single words: hasta crossvalidate DATA --refit makes them.";
        terminal.Out.MarkupLineInterpolated($"{note}");
    }

    private static string Percent(double? share) =>
        share is { } known ? string.Create(CultureInfo.InvariantCulture, $"{100 * known:0}%") : "";

    private static string Text(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";
}
