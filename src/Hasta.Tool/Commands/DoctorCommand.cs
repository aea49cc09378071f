using System.CommandLine;
using Hasta.Tool.Doctor;
using Hasta.Tool.Output;
using Spectre.Console;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta doctor</c>: what Hasta found on this machine, and the remedy for each thing that is not right.</summary>
internal static class DoctorCommand
{
    /// <summary>What every program of Hasta's needs.</summary>
    public static IReadOnlyList<Func<CancellationToken, Task<Finding>>> CommonChecks { get; } =
    [
        ToolChecks.FfmpegAsync,
        ToolChecks.CamerasAsync,
        AtOnce(LibraryChecks.Models),
        AtOnce(LibraryChecks.Onnx),
        AtOnce(LibraryChecks.Shipped),
        AtOnce(MachineChecks.Machine),
        AtOnce(() => MachineChecks.Disk(".")),
    ];

    /// <param name="terminal">Where to.</param>
    /// <param name="checks">In the order of the table.</param>
    public static Command Create(Terminal terminal, IReadOnlyList<Func<CancellationToken, Task<Finding>>> checks)
    {
        var command = new Command("doctor", "Lists what Hasta found on this machine, and the remedy for what is not right.");
        command.SetAction((_, cancellationToken) => RunAsync(terminal, checks, cancellationToken));
        return command;
    }

    /// <summary>A check that waits for nothing.</summary>
    public static Func<CancellationToken, Task<Finding>> AtOnce(Func<Finding> check) => _ => Task.FromResult(check());

    private static async Task<int> RunAsync(Terminal terminal, IReadOnlyList<Func<CancellationToken, Task<Finding>>> checks, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (Func<CancellationToken, Task<Finding>> check in checks)
        {
            findings.Add(await check(cancellationToken));
        }

        terminal.Out.Write(ToTable(findings));
        bool sound = findings.All(finding => finding.State != FindingState.Bad);
        terminal.Out.MarkupLine(sound ? "[green]Hasta can work here.[/]" : "[red]Something is missing: see the remedies above.[/]");
        return sound ? ExitCode.Done : ExitCode.UserError;
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
