using System.CommandLine;
namespace Hasta.Cli.Commands;
public static class DemoCommand
{
    public static Command Create(Terminal terminal) => new("demo", "x");
}
