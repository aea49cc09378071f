using System.CommandLine;
using Hasta.Cli.Commands;
using Hasta.Tool;
using Hasta.Tool.Output;

using var signals = new StopSignals();
StandardStreams.Guard();
ParseResult parsed = HastaCommand.Create(Terminal.Standard).Parse(args);
return await ExitCode.RunAsync(parsed, Terminal.Standard, signals);
