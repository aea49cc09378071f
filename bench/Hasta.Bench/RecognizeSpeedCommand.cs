using System.CommandLine;

namespace Hasta.Bench;

/// <summary><c>recognize</c>: see <see cref="RecognizeSpeed"/>.</summary>
internal static class RecognizeSpeedCommand
{
    private static readonly Option<string> Program = new("--program")
    {
        Description = "The built program, such as src/Hasta.Cli/bin/Release/net10.0/Hasta.Cli.dll.",
        Required = true,
    };

    private static readonly Option<string> Pose = new("--pose") { Description = "A .pose clip.", Required = true };
    private static readonly Option<string> Video = new("--video") { Description = "A clip of a person signing.", Required = true };
    private static readonly Option<int> Starts = new("--runs") { Description = "Number of starts per clip.", DefaultValueFactory = _ => 7 };

    public static Command Command { get; } = Create();

    private static Command Create()
    {
        var command = new Command("recognize", "Seconds and memory from the program's start to its first result.")
        {
            Program, Pose, Video, Starts,
        };
        command.SetAction((parsed, _) => RecognizeSpeed.PrintAsync(
            parsed.GetRequiredValue(Program), parsed.GetRequiredValue(Pose), parsed.GetRequiredValue(Video), parsed.GetValue(Starts)));
        return command;
    }
}
