using System.CommandLine;
using Hasta.Tool;
using Hasta.Tool.Commands;
using Hasta.Tool.Output;

using var signals = new StopSignals();
StandardStreams.Guard();
ParseResult parsed = ToolCommand.Create(Terminal.Standard).Parse(args);
return await ExitCode.RunAsync(parsed, Terminal.Standard, signals);
