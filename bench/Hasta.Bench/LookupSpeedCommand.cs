using System.CommandLine;

namespace Hasta.Bench;

/// <summary><c>lookup</c>: see <see cref="LookupSpeed"/>.</summary>
internal static class LookupSpeedCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "A data folder.", Required = true };
    private static readonly Option<int> Words = new("--words") { Description = "Number of words.", DefaultValueFactory = _ => 2000 };
    private static readonly Option<string> Model = new("--model")
    {
        Description = "A run or checkpoint folder.",
        DefaultValueFactory = _ => "models/isl-words",
    };

    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("lookup", "Milliseconds of a look-up in a dictionary, from landmarks to the nearest signs.")
        {
            Data, Words, Model,
        };
        command.SetAction((parsed, _) =>
            LookupSpeed.PrintAsync(parsed.GetRequiredValue(Data), parsed.GetValue(Words), parsed.GetRequiredValue(Model)));
        return command;
    }
}
