using Hasta.Recognition.Enrollment;
using Hasta.Tool.Output;
using Hasta.Training.Evaluation.Enrollment;
using Hasta.Training.Evaluation.Strangers;
using Spectre.Console;

namespace Hasta.Cli;

/// <summary>
/// The figures of the enrollment benchmark: the rule of recognition by half, language and number of takes, then stricter and laxer rules.
/// </summary>
internal sealed class EnrollmentTable(Terminal terminal, SourceTable sources, IReadOnlyList<EnrollmentTrial> trials)
{
    private static readonly EnrollmentRule Shipped = new();

    private readonly Dictionary<string, StrangerSource> byName = sources.Sources.ToDictionary(source => source.Name);

    public void Print()
    {
        EnrollmentTrial[] same = [.. trials.Where(trial => trial.Signer is not null)];
        EnrollmentTrial[] others = [.. trials.Where(trial => trial.Signer is null)];
        PrintTakes("enrolled and tested by the same signer; ISL confirmed", same.Where(AreConfirmed));
        PrintTakes("the same, all sources", same);
        PrintTakes("enrolled by one source, tested on another; ISL confirmed", others.Where(AreConfirmed));
        PrintTakes("the same, all sources", others);
        PrintRules("rules: the same signer, five takes, all sources", same);
        PrintRules("rules: another source, five takes, ISL confirmed", others.Where(AreConfirmed));
    }

    private bool AreConfirmed(EnrollmentTrial trial) => byName[trial.From].IsConfirmed && byName[trial.To].IsConfirmed;

    private void PrintTakes(string title, IEnumerable<EnrollmentTrial> kind) => Print(
        title,
        "Takes",
        kind.Where(trial => trial.Rule == Shipped).OrderBy(trial => trial.Takes).GroupBy(trial => $"{trial.Takes}"));

    private void PrintRules(string title, IEnumerable<EnrollmentTrial> kind) => Print(
        title,
        "Weight of known words, least score",
        kind.Where(trial => trial.Takes == EnrollmentBenchmark.Takes.Max())
            .OrderByDescending(trial => trial.Rule.KnownWeight).ThenBy(trial => trial.Rule.MinScore)
            .GroupBy(trial => $"{trial.Rule.KnownWeight:0.00}, {trial.Rule.MinScore:0.00}{(trial.Rule == Shipped ? " (used)" : "")}"));

    private void Print(string title, string heading, IEnumerable<IGrouping<string, EnrollmentTrial>> rows)
    {
        Table table = new Table().Border(TableBorder.Rounded).Title(TerminalText.ToMarkup(title));
        table.AddColumns(heading, "Half", "Tested sources", "Right", "Another enrolled sign", "A known word", "Known words taken over");
        foreach (IGrouping<string, EnrollmentTrial> row in rows)
        {
            foreach (SourceHalf half in Enum.GetValues<SourceHalf>())
            {
                AddRow(table, (row.Key, half), EnrollmentSummary.From(row.Where(trial => byName[trial.To].Half == half)));
            }
        }

        terminal.Out.Write(table);
    }

    private static void AddRow(Table table, (string Name, SourceHalf Half) row, EnrollmentSummary? summary)
    {
        if (summary is { Rates: var rates })
        {
            string takeover = rates.Takeover is { } share ? $"{share:P1}" : "";
            table.AddRow(
                row.Name, $"{row.Half}", $"{summary.Sources}", $"{rates.Right:P1}", $"{rates.Wrong:P1}", $"{rates.Known:P1}", takeover);
        }
    }
}
