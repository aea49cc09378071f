using System.CommandLine;

namespace Hasta.Cli.Commands;

/// <summary>What all benchmarks of recipes have in common.</summary>
internal static class BenchmarkArguments
{
    public static readonly Argument<string[]> Data = new("DATA") { Description = "Data folders.", Arity = ArgumentArity.OneOrMore };

    public static readonly Option<string> Sources = new("--sources")
    {
        Description = "A CSV table: signer, source, language (confirmed, unconfirmed), half (choose, report), ships (yes, no).",
        Required = true,
    };

    public static readonly Option<string?> Config = new("--config") { Description = "Training settings (JSON, as in experiments/)." };
}
