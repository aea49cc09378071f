using System.CommandLine;
using Hasta.Tool.Doctor;
using Hasta.Tool.Output;
using Spectre.Console;

namespace Hasta.Tool.Commands;

/// <summary><c>hasta doctor</c>: checks this machine and prints the remedy for each problem.</summary>
internal static class DoctorCommand
{
    /// <summary>The checks that apply to every Hasta program.</summary>
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

    /// <param name="terminal">Where to print.</param>
    /// <param name="checks">The checks, in the order of the table.</param>
    public static Command Create(Terminal terminal, IReadOnlyList<Func<CancellationToken, Task<Finding>>> checks)
    {
        var command = new Command("doctor", "Checks what Hasta needs on this machine, with a remedy for each problem.");
        command.SetAction((_, cancellationToken) => RunAsync(terminal, checks, cancellationToken));
        return command;
    }

    /// <summary>Wraps a synchronous check.</summary>
    public static Func<CancellationToken, Task<Finding>> AtOnce(Func<Finding> check) => _ => Task.FromResult(check());

    private static async Task<int> RunAsync(
        Terminal terminal,
        IReadOnlyList<Func<CancellationToken, Task<Finding>>> checks,
        CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (Func<CancellationToken, Task<Finding>> check in checks)
        {
            findings.Add(await check(cancellationToken));
        }

        terminal.Out.Write(ToTable(findings));
        bool isHealthy = findings.All(finding => finding.State != FindingState.Bad);
        terminal.Out.MarkupLine(isHealthy ? "[green]Hasta can work here.[/]" : "[red]Something is missing: see the remedies above.[/]");
        return isHealthy ? ExitCode.Done : ExitCode.UserError;
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
            table.AddRow(
                mark,
                TerminalText.ToMarkup(finding.Name),
                TerminalText.ToMarkup(finding.Found),
                TerminalText.ToMarkup(finding.Remedy));
        }

        return table;
    }
}
