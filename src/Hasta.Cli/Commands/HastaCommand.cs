using System.CommandLine;

namespace Hasta.Cli.Commands;

/// <summary>The whole command line.</summary>
public static class HastaCommand
{
    public static RootCommand Create(Terminal terminal) =>
        new("Hasta recognises Indian Sign Language words: from videos of people signing to a recognised sign.")
        {
            DemoCommand.Create(terminal),
        };
}
