using System.CommandLine;
using Hasta.Datasets.Preparation;
using Hasta.Include;
using Hasta.Include.Download;
using Hasta.Include.Fetching;
using Hasta.Tool;
using Hasta.Tool.Commands;
using Hasta.Tool.Output;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta download include</c>: the public data set, or what is wanted of it, to a folder or straight to landmarks.</summary>
internal static class DownloadCommand
{
    private const int MaxNames = 10;

    private static readonly Option<string> To = new("--to") { Description = "The folder to fill, or to continue with; with --streaming-prepare a data folder.", Required = true };
    private static readonly Option<bool> Include50 = new("--include50") { Description = "Only the 958 clips of INCLUDE-50." };
    private static readonly Option<string[]> Category = new("--category") { Description = "Only these categories, such as Animals.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> Glosses = new("--glosses") { Description = "Only these glosses, such as Hello \"Thank you\".", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<bool> KeepZips = new("--keep-zips") { Description = "Leave the zips in zips/ when their clips are unpacked." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what would be fetched." };
    private static readonly Option<bool> Streaming = new("--streaming-prepare") { Description = "Keep landmarks only: each clip is fetched, prepared and deleted, so that 57 GB need about 1 GB." };
    private static readonly Option<string> BaseUrl = new("--base-url") { Description = "A mirror: a server with Zenodo's API for the record, or one with the zips right below its address.", DefaultValueFactory = _ => IncludeRecord.Zenodo.ToString() };
    private static readonly Option<int> Connections = new("--connections") { Description = "Requests at a time.", DefaultValueFactory = _ => new DownloadOptions().Connections };
    private static readonly Option<int> Workers = new("--workers") { Description = "Clips prepared at a time, with --streaming-prepare.", DefaultValueFactory = _ => Environment.ProcessorCount };

    private static readonly Option<int> MinRate = new("--min-rate")
    {
        Description = "Bytes per second that a connection must bring over a minute; below that it is made again, and the second time the download ends. 0 waits for ever.",
        DefaultValueFactory = _ => new DownloadOptions().MinBytesPerSecond,
    };

    public static Command Create(Terminal terminal)
    {
        var include = new Command("include", "INCLUDE (AI4Bharat, 2020): 4,284 clips of 263 Indian Sign Language words, 57 GB, CC BY 4.0. Stop it whenever you like and run it again.")
        {
            To, Include50, Category, Glosses, KeepZips, DryRun, Streaming, BaseUrl, Connections, MinRate, Workers, IncludeLabelsOption.Option, SignerPartsOptions.NoFace, SignerPartsOptions.HandsOnly,
        };
        include.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return new Command("download", "Brings a public data set.") { include };
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        Uri server = ServerOf(parsed);
        var selection = IncludeSelection.Create(parsed.GetValue(Include50), parsed.GetValue(Category) ?? [], parsed.GetValue(Glosses) ?? [], parsed.GetValue(IncludeLabelsOption.Option));
        var options = new DownloadOptions { Connections = parsed.GetValue(Connections), MinBytesPerSecond = parsed.GetValue(MinRate) };
        using ILoggerFactory loggers = Logs.ToTerminal(terminal);
        using HttpClient http = DownloadClient.Create(options);
        var reader = new RangeReader(http, options, new RetryPolicy(options, TimeProvider.System, loggers.CreateLogger<RetryPolicy>()), TimeProvider.System);
        terminal.Error.WriteLine($"asking {server.Host} for its list of files ...");
        bool isLook = parsed.GetValue(DryRun) && selection.TakesWholeZips;
        IncludeRecord record = isLook ? await LookAsync(terminal, reader, server, cancellationToken) : await IncludeRecord.ReadAsync(reader, server, cancellationToken);
        foreach (string difference in record.Differences)
        {
            terminal.Error.MarkupLineInterpolated($"[yellow]note:[/] {difference}");
        }

        if (parsed.GetValue(Streaming))
        {
            return await PrepareAsync(terminal, parsed, await RemoteClips.ListAsync(reader, record, selection, cancellationToken), cancellationToken);
        }

        var download = new IncludeDownload(reader, options, loggers);
        var request = new IncludeRequest { Folder = parsed.GetRequiredValue(To), Selection = selection, KeepZips = parsed.GetValue(KeepZips) };
        if (parsed.GetValue(DryRun))
        {
            DownloadTable.Print(terminal, await download.PlanAsync(request, record, cancellationToken));
            return ExitCode.Done;
        }

        Print(terminal, request.Folder, await DownloadBars.RunAsync(terminal, progress => download.RunAsync(request, record, progress, cancellationToken)));
        return ExitCode.Done;
    }

    /// <summary>What would be fetched can be told without a network.</summary>
    private static async Task<IncludeRecord> LookAsync(Terminal terminal, RangeReader reader, Uri server, CancellationToken cancellationToken)
    {
        try
        {
            return await IncludeRecord.ReadAsync(reader, server, cancellationToken);
        }
        catch (DownloadException error)
        {
            terminal.WriteError($"{error.Message} What follows is the record as published in 2020.");
            return IncludeRecord.FromCatalogue(server);
        }
    }

    /// <exception cref="UsageException">Arguments that do not go together.</exception>
    private static Uri ServerOf(ParseResult parsed)
    {
        if (!Uri.TryCreate(parsed.GetRequiredValue(BaseUrl), UriKind.Absolute, out Uri? server) || server.Scheme is not ("http" or "https") || server.UserInfo.Length > 0 || server.Query.Length > 0)
        {
            throw new UsageException("--base-url must be like https://mirror.example/ and hold no name, password or question mark: INCLUDE is free for all.");
        }

        if (parsed.GetValue(Connections) is < 1 or > 64 || parsed.GetValue(Workers) < 1 || parsed.GetValue(MinRate) < 0)
        {
            throw new UsageException("--connections must be 1 to 64, --workers above 0 and --min-rate 0 or more.");
        }

        if (parsed.GetValue(Streaming) && (parsed.GetValue(KeepZips) || parsed.GetValue(DryRun)))
        {
            throw new UsageException("--streaming-prepare fetches single clips: it goes neither with --keep-zips nor with --dry-run.");
        }

        if (!parsed.GetValue(Streaming) && parsed.GetValue(IncludeLabelsOption.Option) != IncludeLabels.Original)
        {
            throw new UsageException("--labels corrected goes with --streaming-prepare: folders of videos keep the published names. For those: hasta splits include --labels corrected.");
        }

        return server.AbsolutePath.EndsWith('/') ? server : new Uri(server.AbsoluteUri + "/");
    }

    private static async Task<int> PrepareAsync(Terminal terminal, ParseResult parsed, IReadOnlyList<RemoteClip> clips, CancellationToken cancellationToken)
    {
        string data = parsed.GetRequiredValue(To);
        int workers = parsed.GetValue(Workers);
        using var found = new ClipSources(SignerPartsOptions.Parse(parsed));
        await using var extractor = new FetchedClipExtractor(
            found.Videos, data, [.. clips.Select(clip => new FetchableClip(clip.Clip, clip.Fingerprint, clip.FetchAsync))], parsed.GetValue(Connections));
        PrepareItem[] items = [.. clips.Select(clip => new PrepareItem(clip.Clip, extractor))];
        PrepareSummary summary = await PrepareCommand.PrepareAsync(terminal, new PrepareRequest(items, data, workers), cancellationToken);
        PrepareReport.Print(terminal, data, summary);
        return summary.IsUsable ? ExitCode.Done : ExitCode.UserError;
    }

    private static void Print(Terminal terminal, string folder, IncludeSummary summary)
    {
        terminal.Out.MarkupLineInterpolated($"{summary.Clips} clips unpacked and verified ({summary.Bytes / 1e9:0.00} GB), {summary.ReadyBefore} zips were complete before, in [bold]{folder}[/]");
        if (summary.Missing.Count > 0)
        {
            terminal.Error.MarkupLineInterpolated(
                $"[yellow]note:[/] {summary.Missing.Count} clips of the official lists are not on the server: {string.Join(", ", summary.Missing.Take(MaxNames))}{(summary.Missing.Count > MaxNames ? " ..." : "")}");
        }
    }
}
