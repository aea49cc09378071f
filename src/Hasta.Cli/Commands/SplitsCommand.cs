using System.CommandLine;
using Hasta.Datasets.Splits;
using Hasta.Include;
using Hasta.Tool;
using Hasta.Tool.Output;
using Spectre.Console;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta splits include</c>: the published protocols of INCLUDE.</summary>
internal static class SplitsCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "The folder to write.", Required = true };
    private static readonly Option<string?> Videos = new("--videos")
    {
        Description = "INCLUDE's folder of videos: the lists then contain its files, for hasta prepare.",
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "A data folder of INCLUDE: writes one data folder per protocol, for hasta train.",
    };

    public static Command Create(Terminal terminal)
    {
        var include = new Command("include", "Writes official, official-50, session-disjoint and session-disjoint-50, with the method.")
        {
            Out, Videos, Data, IncludeLabelsOption.Option,
        };
        include.SetAction(parsed => Run(terminal, parsed));
        return new Command("splits", "Writes the published splits of a data set.") { include };
    }

    /// <exception cref="UsageException">The arguments exclude each other.</exception>
    private static int Run(Terminal terminal, ParseResult parsed)
    {
        string? videos = parsed.GetValue(Videos);
        string? data = parsed.GetValue(Data);
        string folder = parsed.GetRequiredValue(Out);
        if (videos is not null && data is not null)
        {
            throw new UsageException("Give --videos or --data, not both.");
        }

        IncludeLabels labels = parsed.GetValue(IncludeLabelsOption.Option);
        Print(terminal, videos is not null ? IncludeSplitFiles.WriteForVideos(folder, videos, labels)
            : data is not null ? IncludeSplitFiles.WriteDataFolders(folder, data, labels)
            : IncludeSplitFiles.WriteLists(folder, labels));
        terminal.Out.MarkupLineInterpolated(
            $"Written: [bold]{folder}[/] ({IncludeSplitFiles.MethodFileName} explains how the splits were made)");
        return ExitCode.Done;
    }

    private static void Print(Terminal terminal, IReadOnlyList<IncludeSplitSummary> protocols)
    {
        Table table = new Table()
            .Border(TableBorder.Rounded)
            .AddColumns("Protocol", "Train", "Validation", "Test", "Glosses in train, validation, test")
            .AddColumns("Sessions in two splits", "Missing");
        foreach (IncludeSplitSummary protocol in protocols)
        {
            table.AddRow(
            [
                IncludeSplitFiles.NameOf(protocol.Protocol),
                .. Enum.GetValues<Split>().Select(split => $"{protocol.Clips[split]}"),
                $"{string.Join(", ", Enum.GetValues<Split>().Select(split => protocol.Glosses[split]))} of {protocol.AllGlosses}",
                $"{protocol.SharedSessions}",
                $"{protocol.Missing.Count}",
            ]);
        }

        terminal.Out.Write(table);
        string[] missing = [.. protocols[0].Missing];
        if (missing.Length > 0)
        {
            string more = missing.Length > 10 ? $" and {missing.Length - 10} more" : "";
            terminal.Error.MarkupLineInterpolated($"missing: {string.Join(", ", missing.Take(10))}{more}");
        }

        terminal.Error.MarkupLine(
            "159 test clips of official-50 are training or validation clips of official: never train on one and test on the other.");
    }
}
