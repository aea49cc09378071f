using System.CommandLine;
using Hasta.Landmarks.Text;
using Hasta.Recognition.References;
using Hasta.Tool.Output;
using Hasta.Tool.References;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta references</c>: adds to a model how its words are signed, for people to look at.</summary>
internal static class ReferencesCommand
{
    private static readonly Argument<string[]> Data = new("DATA")
    {
        Description = "The model's training data. Words of a single signer get no reference.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Model = new("--model")
    {
        Description = $"The folder of a run or checkpoint, to which {ReferenceFile.Name} is added.",
        Required = true,
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("references", "Adds to a model how several signers sign each word on average, for the page of serve.")
        {
            Data, Model,
        };
        command.SetAction((parsed, _) => Task.Run(() =>
        {
            (int references, int words) = ModelReferences.Add(parsed.GetRequiredValue(Model), parsed.GetRequiredValue(Data));
            terminal.Out.MarkupLineInterpolated(
                $"{CountText.Of(references, "reference")} for {CountText.Of(words, "word")} in [bold]{parsed.GetValue(Model)}[/]");
            return ExitCode.Done;
        }));
        return command;
    }
}
