using System.CommandLine;
using Hasta.Tool.Output;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta benchmark</c>: measures recipes on people whom nobody trained on.</summary>
internal static class BenchmarkCommand
{
    public static Command Create(Terminal terminal) => new("benchmark", "Measures training recipes.")
    {
        StrangersCommand.Create(terminal),
        EnrollmentCommand.Create(terminal),
        StreamsCommand.Create(terminal),
    };
}
