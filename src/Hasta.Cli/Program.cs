using System.CommandLine;
using Hasta.Cli;
using Hasta.Cli.Commands;

ParseResult parsed = HastaCommand.Create(Terminal.Standard).Parse(args);
return await ExitCode.RunAsync(parsed, Terminal.Standard);
