using System.CommandLine;
using Hasta.Datasets.Fetching;
using Hasta.Datasets.Fetching.Ranges;
using Hasta.Datasets.Fetching.Retries;
using Hasta.Datasets.Preparation;
using Hasta.Include;
using Hasta.Include.Fetching;
using Hasta.Landmarks.Text;
using Hasta.Tool;
using Hasta.Tool.Commands;
using Hasta.Tool.Output;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Hasta.Cli.Commands;

/// <summary>
/// <c>hasta download include</c>: downloads all or a selection of the public data set, to a folder or directly to landmarks.
/// </summary>
internal static class DownloadCommand
{
    private const int MaxNames = 10;

    public static Command Create(Terminal terminal)
    {
        var include = new Command(
            "include",
            "INCLUDE (AI4Bharat, 2020): 4,284 clips of 263 Indian Sign Language glosses, 57 GB, CC BY 4.0. Run it again to resume.");
        DownloadArguments.AddTo(include);
        include.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return new Command("download", "Downloads a public data set.") { include };
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        Uri server = DownloadArguments.ServerOf(parsed);
        IncludeSelection selection = DownloadArguments.SelectionOf(parsed);
        DownloadOptions options = DownloadArguments.OptionsOf(parsed);
        using ILoggerFactory loggers = Logs.ToTerminal(terminal);
        using HttpClient http = DownloadClient.Create(options);
        var retries = new RetryPolicy(options, TimeProvider.System, loggers.CreateLogger<RetryPolicy>());
        var reader = new RangeReader(http, options, retries, TimeProvider.System);
        terminal.Error.WriteLine($"requesting the list of files from {server.Host} ...");
        bool canUseCatalogue = parsed.GetValue(DownloadArguments.DryRun) && selection.TakesWholeZips;
        IncludeRecord record = canUseCatalogue
            ? await ReadOrCatalogueAsync(terminal, reader, server, cancellationToken)
            : await IncludeRecord.ReadAsync(reader, server, cancellationToken);
        foreach (string difference in record.Differences)
        {
            terminal.Error.MarkupLineInterpolated($"[yellow]note:[/] {difference}");
        }

        if (parsed.GetValue(DownloadArguments.Streaming))
        {
            IReadOnlyList<RemoteClip> clips = await RemoteClips.ListAsync(reader, record, selection, cancellationToken);
            return await PrepareAsync(terminal, parsed, clips, cancellationToken);
        }

        var download = new IncludeDownload(reader, options, loggers);
        var request = new IncludeRequest
        {
            Folder = parsed.GetRequiredValue(DownloadArguments.To),
            Selection = selection,
            KeepZips = parsed.GetValue(DownloadArguments.KeepZips),
        };
        if (parsed.GetValue(DownloadArguments.DryRun))
        {
            DownloadTable.Print(terminal, await download.PlanAsync(request, record, cancellationToken));
            return ExitCode.Done;
        }

        IncludeSummary summary = await DownloadBars.RunAsync(
            terminal, progress => download.RunAsync(request, record, progress, cancellationToken));
        Print(terminal, request.Folder, summary);
        return ExitCode.Done;
    }

    /// <summary>Reads the record; without a network uses the built-in catalogue, which is enough for a dry run.</summary>
    private static async Task<IncludeRecord> ReadOrCatalogueAsync(
        Terminal terminal,
        RangeReader reader,
        Uri server,
        CancellationToken cancellationToken)
    {
        try
        {
            return await IncludeRecord.ReadAsync(reader, server, cancellationToken);
        }
        catch (DownloadException error)
        {
            terminal.WriteError($"{error.Message} The following is the record as published in 2020.");
            return IncludeRecord.FromCatalogue(server);
        }
    }

    private static async Task<int> PrepareAsync(
        Terminal terminal,
        ParseResult parsed,
        IReadOnlyList<RemoteClip> clips,
        CancellationToken cancellationToken)
    {
        string data = parsed.GetRequiredValue(DownloadArguments.To);
        int workers = parsed.GetValue(DownloadArguments.Workers);
        using var sources = new ClipExtractors(SignerPartsOptions.Parse(parsed));
        await using var extractor = new FetchedClipExtractor(
            sources.Videos,
            data,
            [.. clips.Select(clip => new FetchableClip(clip.Clip, clip.Fingerprint, clip.FetchAsync))],
            parsed.GetValue(DownloadArguments.Connections));
        PrepareItem[] items = [.. clips.Select(clip => new PrepareItem(clip.Clip, extractor))];
        PrepareSummary summary = await PrepareCommand.PrepareAsync(terminal, new PrepareRequest(items, data, workers), cancellationToken);
        PrepareReport.Print(terminal, data, summary);
        return summary.IsUsable ? ExitCode.Done : ExitCode.UserError;
    }

    private static void Print(Terminal terminal, string folder, IncludeSummary summary)
    {
        string clips = $"{CountText.Of(summary.Clips, "clip")} unpacked and verified ({summary.Bytes / 1e9:0.00} GB)";
        terminal.Out.MarkupLineInterpolated(
            $"{clips}, {CountText.Of(summary.ReadyBefore, "zip")} already complete, in [bold]{folder}[/]");
        if (summary.Missing.Count > 0)
        {
            string names = string.Join(", ", summary.Missing.Take(MaxNames)) + (summary.Missing.Count > MaxNames ? " ..." : "");
            string missing = CountText.Of(summary.Missing.Count, "clip of the official lists is", "clips of the official lists are");
            terminal.Error.MarkupLineInterpolated(
                $"[yellow]note:[/] {missing} not on the server: {names}");
        }
    }
}
