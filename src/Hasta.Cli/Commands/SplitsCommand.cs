using System.CommandLine;
using Hasta.Datasets.Splits;
using Hasta.Include;
using Hasta.Include.Sessions;
using Hasta.Tool;
using Hasta.Tool.Output;
using Spectre.Console;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta splits include</c>: the published protocols of INCLUDE.</summary>
internal static class SplitsCommand
{
    private static readonly Option<string?> Out = new("--out") { Description = "The folder to write." };
    private static readonly Option<string?> Videos = new("--videos") { Description = "INCLUDE's folder: the lists then name its files, for hasta prepare." };
    private static readonly Option<string?> Data = new("--data") { Description = "A data folder of INCLUDE: a data folder a protocol is written, for hasta train." };
    private static readonly Option<string?> Lists = new("--official-lists") { Description = "The authors' lists: finds sessions and parts again and prints the published table." };

    public static Command Create(Terminal terminal)
    {
        var include = new Command("include", "Writes official, official-50, session-disjoint and session-disjoint-50, with the method.") { Out, Videos, Data, Lists, IncludeLabelsOption.Option };
        include.SetAction(parsed => Run(terminal, parsed));
        return new Command("splits", "The published ways to part a data set.") { include };
    }

    /// <exception cref="UsageException">Arguments that do not go together.</exception>
    private static int Run(Terminal terminal, ParseResult parsed)
    {
        string? videos = parsed.GetValue(Videos);
        string? data = parsed.GetValue(Data);
        string? lists = parsed.GetValue(Lists);
        string? folder = parsed.GetValue(Out);
        if (folder is null == lists is null || new[] { videos, data, lists }.Count(given => given is not null) > 1)
        {
            throw new UsageException("Give --out DIR, with --videos or --data where you have them; or --official-lists alone.");
        }

        IncludeLabels labels = parsed.GetValue(IncludeLabelsOption.Option);
        if (lists is not null && labels != IncludeLabels.Original)
        {
            throw new UsageException("--official-lists prints the table of the original labels: leave --labels out.");
        }

        if (lists is not null)
        {
            terminal.Answers.Write(IncludeClips.ToText(OfficialLists.Derive(lists)));
            return ExitCode.Done;
        }

        Print(terminal, videos is not null ? IncludeSplitFiles.WriteForVideos(folder!, videos, labels)
            : data is not null ? IncludeSplitFiles.WriteDataFolders(folder!, data, labels)
            : IncludeSplitFiles.WriteLists(folder!, labels));
        terminal.Out.MarkupLineInterpolated($"Written: [bold]{folder}[/] ({IncludeSplitFiles.MethodFileName} says how the parts were made)");
        return ExitCode.Done;
    }

    private static void Print(Terminal terminal, IReadOnlyList<IncludeSplitSummary> protocols)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("Protocol", "Train", "Validation", "Test", "Glosses in train, validation, test", "Sessions in two parts", "Not there");
        foreach (IncludeSplitSummary protocol in protocols)
        {
            table.AddRow(
            [
                IncludeSplitFiles.NameOf(protocol.Protocol),
                .. Enum.GetValues<Split>().Select(part => $"{protocol.Clips[part]}"),
                $"{string.Join(", ", Enum.GetValues<Split>().Select(part => protocol.Glosses[part]))} of {protocol.AllGlosses}",
                $"{protocol.SharedSessions}",
                $"{protocol.Missing.Count}",
            ]);
        }

        terminal.Out.Write(table);
        string[] missing = [.. protocols[0].Missing];
        if (missing.Length > 0)
        {
            terminal.Error.MarkupLineInterpolated($"not there: {string.Join(", ", missing.Take(10))}{(missing.Length > 10 ? $" and {missing.Length - 10} more" : "")}");
        }

        terminal.Error.MarkupLine("159 test clips of official-50 are training or validation clips of official: never train on the one and test on the other.");
    }
}
