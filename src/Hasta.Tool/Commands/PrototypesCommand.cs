using System.CommandLine;
using Hasta.Landmarks.Text;
using Hasta.Recognition.Enrollment;
using Hasta.Tool.Enrollment;
using Hasta.Tool.Output;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta prototypes</c>: adds what enrolled signs are compared with to a checkpoint that was made without.</summary>
internal static class PrototypesCommand
{
    private static readonly Argument<string[]> Data = new("DATA")
    {
        Description = "The model's training data. Words that the model does not know become signs of one signer.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Model = new("--model")
    {
        Description = "The folder of a run or checkpoint, to which prototypes.safetensors is added.",
        Required = true,
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("prototypes", "Adds prototypes to a model, which enrolled signs are compared with; nothing is trained.")
        {
            Data, Model,
        };
        command.SetAction((parsed, _) => Task.Run(() =>
        {
            KnownSigns signs = ModelPrototypes.Add(parsed.GetRequiredValue(Model), parsed.GetRequiredValue(Data));
            string glosses = CountText.Of(signs.Prototypes.Select(prototype => prototype.Gloss).Distinct().Count(), "sign");
            string prototypes = CountText.Of(signs.Prototypes.Count, "prototype");
            terminal.Out.MarkupLineInterpolated($"{prototypes} of {glosses} in [bold]{parsed.GetValue(Model)}[/]");
            return ExitCode.Done;
        }));
        return command;
    }
}
