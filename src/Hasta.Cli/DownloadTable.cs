using Hasta.Include.Fetching;
using Hasta.Tool.Output;
using Spectre.Console;

namespace Hasta.Cli;

/// <summary>What a download would bring.</summary>
internal static class DownloadTable
{
    public static void Print(Terminal terminal, IReadOnlyList<PlannedZip> plan)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("Zip", "To fetch, MB", "How");
        foreach (PlannedZip zip in plan)
        {
            table.AddRow(
                TerminalText.ToMarkup(zip.Zip.Name),
                FormattableString.Invariant($"{zip.Bytes / 1e6:0.0}"),
                zip.IsDone ? "nothing: it is there" : zip.Members is { } members ? $"{members.Count} clips by their place in the zip" : "the whole zip");
        }

        terminal.Out.Write(table);
        terminal.Out.MarkupLine(FormattableString.Invariant($"[bold]{plan.Sum(zip => zip.Bytes) / 1e9:0.00} GB[/] of {plan.Count} zips to fetch"));
    }
}
