using Hasta.Include.Fetching;
using Hasta.Landmarks.Text;
using Hasta.Tool.Output;
using Spectre.Console;

namespace Hasta.Cli;

/// <summary>Prints what would be downloaded.</summary>
internal static class DownloadTable
{
    public static void Print(Terminal terminal, IReadOnlyList<PlannedZip> plan)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("Zip", "To download, MB", "How");
        foreach (PlannedZip zip in plan)
        {
            table.AddRow(
                TerminalText.ToMarkup(zip.Zip.Name),
                FormattableString.Invariant($"{zip.Bytes / 1e6:0.0}"),
                zip.IsDone ? "nothing: already complete"
                    : zip.Members is { } members ? $"{CountText.Of(members.Count, "clip")} by range in the zip"
                    : "the whole zip");
        }

        terminal.Out.Write(table);
        double gigabytes = plan.Sum(zip => zip.Bytes) / 1e9;
        string zips = CountText.Of(plan.Count, "zip");
        terminal.Out.MarkupLine(FormattableString.Invariant($"[bold]{gigabytes:0.00} GB[/] of {zips} to download"));
    }
}
