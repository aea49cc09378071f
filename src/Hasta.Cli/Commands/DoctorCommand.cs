using System.CommandLine;
using Hasta.Cli.Doctor;
using Spectre.Console;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta doctor</c>: what Hasta found on this machine, and the remedy for each thing that is not right.</summary>
public static class DoctorCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("doctor", "Lists what Hasta found on this machine, and the remedy for what is not right.");
        command.SetAction((_, cancellationToken) => RunAsync(terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        Finding[] findings =
        [
            await ToolChecks.SdkAsync(cancellationToken),
            await ToolChecks.NodeAsync(cancellationToken),
            await ToolChecks.FfmpegAsync(cancellationToken),
            await ToolChecks.CamerasAsync(cancellationToken),
            LibraryChecks.Models(),
            LibraryChecks.Onnx(),
            LibraryChecks.Torch(),
            LibraryChecks.Devices(),
            LibraryChecks.Shipped(),
            MachineChecks.Machine(),
            MachineChecks.Disk("."),
        ];
        terminal.Out.Write(ToTable(findings));
        bool sound = findings.All(finding => finding.State != FindingState.Bad);
        terminal.Out.MarkupLine(sound ? "[green]Hasta can work here.[/]" : "[red]Something is missing: see the remedies above.[/]");
        return sound ? ExitCode.Done : ExitCode.UserCanMend;
    }

    private static Table ToTable(IEnumerable<Finding> findings)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("", "What", "Found", "Remedy");
        foreach (Finding finding in findings)
        {
            string mark = finding.State switch
            {
                FindingState.Good => "[green]✓[/]",
                FindingState.Note => "[yellow]![/]",
                _ => "[red]✗[/]",
            };
            table.AddRow(mark, TerminalText.ToMarkup(finding.Name), TerminalText.ToMarkup(finding.Found), TerminalText.ToMarkup(finding.Remedy));
        }

        return table;
    }
}
