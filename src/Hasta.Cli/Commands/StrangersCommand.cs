using System.CommandLine;
using Hasta.Tool;
using Hasta.Tool.Output;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta benchmark strangers</c>: leaves each source out in turn.</summary>
internal static class StrangersCommand
{
    private static readonly Option<string?> Words = new("--words")
    {
        Description = "A text file, one word per line: only these are scored. All words are trained.",
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "A folder for the results, a file per source.",
        Required = true,
    };

    private static readonly Option<int> Seeds = new("--seeds") { Description = "Trainings per source.", DefaultValueFactory = _ => 1 };

    private static readonly Option<int> Jobs = new("--jobs")
    {
        Description = "Number of parallel processes.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private static readonly Option<string?> Half = new("--half")
    {
        Description = "Only the sources for choosing a recipe (choose), or only those for reporting its result (report).",
    };

    private static readonly Option<bool> Quick = new("--quick")
    {
        Description = "Trains once per seed, on the sources that may ship, and tests all others, as a shipped model meets them.",
    };

    private static readonly Option<string?> Worker = new(StrangersRequest.WorkerOption) { Hidden = true };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("strangers", "Leaves each source out in turn and reports how a model does for people it never saw.")
        {
            BenchmarkArguments.Data, BenchmarkArguments.Sources, Words, Out, BenchmarkArguments.Config, Seeds, Jobs, Half, Quick, Worker,
        };
        Half.AcceptOnlyFromAmong("choose", "report");
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        await new StrangersRequest
        {
            Data = parsed.GetRequiredValue(BenchmarkArguments.Data),
            Sources = parsed.GetRequiredValue(BenchmarkArguments.Sources),
            Words = parsed.GetValue(Words),
            Output = parsed.GetRequiredValue(Out),
            Config = ConfigFile.Read(parsed.GetValue(BenchmarkArguments.Config)),
            Seeds = parsed.GetValue(Seeds) is >= 1 and int seeds ? seeds : throw new UsageException("--seeds must be 1 or more."),
            Jobs = parsed.GetValue(Jobs) is >= 1 and <= 64 and int jobs ? jobs : throw new UsageException("--jobs must be 1 to 64."),
            Half = parsed.GetValue(Half),
            Quick = parsed.GetValue(Quick),
            Arguments = [.. parsed.Tokens.Select(token => token.Value)],
        }.RunAsync(terminal, parsed.GetValue(Worker), cancellationToken);
        return ExitCode.Done;
    }
}
