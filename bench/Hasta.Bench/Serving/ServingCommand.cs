using System.CommandLine;
using Hasta.Bench.Serving.Hostile;
using Spectre.Console;

namespace Hasta.Bench.Serving;

/// <summary><c>serve</c>: loads the real server over the loopback interface.</summary>
internal static class ServingCommand
{
    private const int TableWidth = 160;

    private static readonly Option<string> Program = new("--program")
    {
        Description = "The built Hasta.Tool.dll.",
        DefaultValueFactory = _ => "src/Hasta.Tool/bin/Release/net10.0/Hasta.Tool.dll",
    };

    private static readonly Option<string> Model = new("--model")
    {
        Description = "The model's folder.",
        DefaultValueFactory = _ => "models/isl-words",
    };

    private static readonly Option<string?> Cores = new("--cores")
    {
        Description = "The cores of the server, as taskset -c reads them, such as 0. Default: all.",
    };

    private static readonly Option<string[]> Clips = new("--clips")
    {
        Description = "Videos, played one after the other.",
        AllowMultipleArgumentsPerToken = true,
        Required = true,
    };

    private static readonly Option<string[]> Poses = new("--poses")
    {
        Description = ".pose files, played one after the other.",
        AllowMultipleArgumentsPerToken = true,
        Required = true,
    };

    private static readonly Option<int> Streams = new("--streams")
    {
        Description = "Number of streams; of video, the largest.",
        DefaultValueFactory = _ => 50,
    };

    private static readonly Option<int> Seconds = new("--seconds")
    {
        Description = "Length of a measurement.",
        DefaultValueFactory = _ => 20,
    };

    private static readonly Option<int> Minutes = new("--minutes")
    {
        Description = "Length of the soak, after three minutes of warm-up; at least two.",
        DefaultValueFactory = _ => 20,
    };

    public static Command Command { get; } = new("serve", "Loads the server: streams it carries, latency, hostile clients, memory.")
    {
        Create("video", "One, two, three, ... video streams, until one is refused.", [Clips, Streams, Seconds], parsed =>
            VideoLoad.RunAsync(OptionsOf(parsed), parsed.GetValue(Streams), parsed.GetValue(Seconds))),
        Create("landmarks", "Many streams of landmarks.", [Poses, Streams, Seconds], parsed =>
            LandmarkLoad.RunAsync(OptionsOf(parsed), parsed.GetValue(Streams), parsed.GetValue(Seconds))),
        Create("hostile", "Honest streams while hostile clients attack; 1 if one of them suffers.", [Clips, Poses, Seconds], parsed =>
            HostileLoad.RunAsync(OptionsOf(parsed), parsed.GetValue(Seconds))),
        Create("soak", "Memory over a long time; 1 if it grows.", [Clips, Poses, Minutes], parsed =>
            SoakLoad.RunAsync(OptionsOf(parsed), parsed.GetValue(Minutes))),
    };

    private static Command Create(string name, string description, Option[] options, Func<ParseResult, Task<int>> run)
    {
        var command = new Command(name, description) { Program, Model, Cores };
        foreach (Option option in options)
        {
            command.Add(option);
        }

        command.SetAction((parsed, _) =>
        {
            AnsiConsole.Profile.Width = Math.Max(TableWidth, AnsiConsole.Profile.Width); // a pipe has 80 columns, too few
            return run(parsed);
        });
        return command;
    }

    private static ServingOptions OptionsOf(ParseResult parsed) => new()
    {
        Program = parsed.GetRequiredValue(Program),
        Model = parsed.GetRequiredValue(Model),
        Cores = parsed.GetValue(Cores),
        Clips = parsed.GetResult(Clips) is null ? [] : parsed.GetRequiredValue(Clips),
        Poses = parsed.GetResult(Poses) is null ? [] : parsed.GetRequiredValue(Poses),
    };
}
