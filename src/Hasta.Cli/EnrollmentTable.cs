using Hasta.Tool.Output;
using Hasta.Training.Evaluation.Enrollment;
using Hasta.Training.Evaluation.Strangers;
using Spectre.Console;

namespace Hasta.Cli;

/// <summary>The figures of the enrollment benchmark: sources confirmed as ISL, then all; another source, then the same.</summary>
internal static class EnrollmentTable
{
    public static void Print(Terminal terminal, SourceTable table, IReadOnlyList<EnrollmentTrial> trials)
    {
        HashSet<string> confirmed = [.. table.Sources.Where(source => source.IsConfirmed).Select(source => source.Name)];
        bool AreConfirmed(EnrollmentTrial trial) => confirmed.Contains(trial.From) && confirmed.Contains(trial.To);
        EnrollmentTrial[] others = [.. trials.Where(trial => trial.From != trial.To)];
        Print(terminal, "enrolled by one source, tested on another; ISL confirmed", others.Where(AreConfirmed));
        Print(terminal, "the same, all sources", others);
        Print(terminal, "enrolled and tested by the same source; ISL confirmed", trials.Except(others).Where(AreConfirmed));
    }

    private static void Print(Terminal terminal, string title, IEnumerable<EnrollmentTrial> trials)
    {
        Table table = new Table().Border(TableBorder.Rounded).Title(TerminalText.ToMarkup(title));
        table.AddColumns("Takes", "Tested sources", "Right", "Another enrolled sign", "A known word", "Known words taken over");
        foreach (EnrollmentSummary row in EnrollmentSummary.From(trials))
        {
            string takeover = row.Takeover is { } share ? $"{share:P1}" : "";
            table.AddRow($"{row.Takes}", $"{row.Sources}", $"{row.Right:P1}", $"{row.Wrong:P1}", $"{row.Known:P1}", takeover);
        }

        terminal.Out.Write(table);
    }
}
