using Hasta.Include.Audit;
using Hasta.Landmarks.Text;
using Hasta.Tool.Output;
using Spectre.Console;

namespace Hasta.Cli;

/// <summary>Prints the findings of an audit.</summary>
internal static class AuditTable
{
    private const int MaxNames = 20;

    public static void Print(Terminal terminal, AuditReport report)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("Gloss", "Clips", "Body seen in");
        foreach (AuditedGloss gloss in report.Glosses)
        {
            string seen = gloss.DetectionRate is { } rate ? $"{rate:P1}" : "not prepared";
            table.AddRow(TerminalText.ToMarkup(gloss.Gloss), $"{gloss.Clips}", seen);
        }

        terminal.Out.Write(table);
        string glosses = CountText.Of(report.Glosses.Count, "gloss", "glosses");
        terminal.Out.MarkupLineInterpolated($"[bold]{CountText.Of(report.Glosses.Sum(gloss => gloss.Clips), "clip")}[/] of {glosses}");
        if (report.NotTaken.Count > 0)
        {
            terminal.Out.MarkupLineInterpolated($"Ignored: {Datasets.Clips.IgnoredFiles.Describe(report.NotTaken)}");
        }

        Print(terminal, "not decodable", [.. report.Undecodable.Select(clip => clip.Reason)]);
        Print(terminal, "with the same bytes", [.. report.Duplicates.Select(copies => string.Join(" = ", copies))]);
        Print(terminal, "in INCLUDE's lists, but missing", report.Include?.Missing ?? []);
        Print(terminal, "not in INCLUDE's lists", report.Include?.Extra ?? []);
    }

    private static void Print(Terminal terminal, string what, IReadOnlyList<string> names)
    {
        terminal.Out.MarkupLineInterpolated($"{names.Count} {what}");
        foreach (string name in names.Take(MaxNames))
        {
            terminal.Out.MarkupLineInterpolated($"  {name}");
        }

        if (names.Count > MaxNames)
        {
            terminal.Out.MarkupLineInterpolated($"  and {names.Count - MaxNames} more (--json lists all)");
        }
    }
}
