using System.CommandLine;
using Hasta.Datasets.Fetching;
using Hasta.Datasets.Fetching.Ranges;
using Hasta.Datasets.Fetching.Retries;
using Hasta.Datasets.Preparation;
using Hasta.Include;
using Hasta.Include.Fetching;
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

    private static readonly Option<string> To = new("--to")
    {
        Description = "The folder to fill or resume; with --streaming-prepare a data folder.",
        Required = true,
    };

    private static readonly Option<bool> Include50 = new("--include50") { Description = "Only the 958 clips of INCLUDE-50." };
    private static readonly Option<string[]> Category = new("--category")
    {
        Description = "Only these categories, such as Animals.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string[]> Glosses = new("--glosses")
    {
        Description = "Only these glosses, such as Hello \"Thank you\".",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<bool> KeepZips = new("--keep-zips") { Description = "Keep the zips in zips/ after unpacking." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only print what would be downloaded." };
    private static readonly Option<bool> Streaming = new("--streaming-prepare")
    {
        Description = "Keep only landmarks: each clip is downloaded, prepared and deleted, so that 57 GB need about 1 GB.",
    };

    private static readonly Option<string> BaseUrl = new("--base-url")
    {
        Description = "A mirror: a server with Zenodo's API for the record, or one with the zips directly below this URL.",
        DefaultValueFactory = _ => IncludeRecord.Zenodo.ToString(),
    };

    private static readonly Option<int> Connections = new("--connections")
    {
        Description = "Parallel requests.",
        DefaultValueFactory = _ => new DownloadOptions().Connections,
    };

    private static readonly Option<int> Workers = new("--workers")
    {
        Description = "Clips to prepare in parallel, with --streaming-prepare.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private static readonly Option<int> MinRate = new("--min-rate")
    {
        Description = "Minimum bytes per second of a connection over a minute. A slower connection is reopened once, "
            + "then the download fails. 0 waits forever.",
        DefaultValueFactory = _ => new DownloadOptions().MinBytesPerSecond,
    };

    public static Command Create(Terminal terminal)
    {
        var include = new Command(
            "include",
            "INCLUDE (AI4Bharat, 2020): 4,284 clips of 263 Indian Sign Language glosses, 57 GB, CC BY 4.0. Run it again to resume.")
        {
            To,
            Include50,
            Category,
            Glosses,
            KeepZips,
            DryRun,
            Streaming,
            BaseUrl,
            Connections,
            MinRate,
            Workers,
            IncludeLabelsOption.Option,
            SignerPartsOptions.NoFace,
            SignerPartsOptions.HandsOnly,
        };
        include.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return new Command("download", "Downloads a public data set.") { include };
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        Uri server = ServerOf(parsed);
        var selection = IncludeSelection.Create(
            parsed.GetValue(Include50),
            parsed.GetValue(Category) ?? [],
            parsed.GetValue(Glosses) ?? [],
            parsed.GetValue(IncludeLabelsOption.Option));
        var options = new DownloadOptions { Connections = parsed.GetValue(Connections), MinBytesPerSecond = parsed.GetValue(MinRate) };
        using ILoggerFactory loggers = Logs.ToTerminal(terminal);
        using HttpClient http = DownloadClient.Create(options);
        var retries = new RetryPolicy(options, TimeProvider.System, loggers.CreateLogger<RetryPolicy>());
        var reader = new RangeReader(http, options, retries, TimeProvider.System);
        terminal.Error.WriteLine($"requesting the list of files from {server.Host} ...");
        bool canUseCatalogue = parsed.GetValue(DryRun) && selection.TakesWholeZips;
        IncludeRecord record = canUseCatalogue
            ? await ReadOrCatalogueAsync(terminal, reader, server, cancellationToken)
            : await IncludeRecord.ReadAsync(reader, server, cancellationToken);
        foreach (string difference in record.Differences)
        {
            terminal.Error.MarkupLineInterpolated($"[yellow]note:[/] {difference}");
        }

        if (parsed.GetValue(Streaming))
        {
            IReadOnlyList<RemoteClip> clips = await RemoteClips.ListAsync(reader, record, selection, cancellationToken);
            return await PrepareAsync(terminal, parsed, clips, cancellationToken);
        }

        var download = new IncludeDownload(reader, options, loggers);
        var request = new IncludeRequest
        {
            Folder = parsed.GetRequiredValue(To),
            Selection = selection,
            KeepZips = parsed.GetValue(KeepZips),
        };
        if (parsed.GetValue(DryRun))
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

    /// <exception cref="UsageException">The arguments exclude each other, or a value is out of range.</exception>
    private static Uri ServerOf(ParseResult parsed)
    {
        if (!Uri.TryCreate(parsed.GetRequiredValue(BaseUrl), UriKind.Absolute, out Uri? server)
            || server.Scheme is not ("http" or "https") || server.UserInfo.Length > 0 || server.Query.Length > 0)
        {
            throw new UsageException(
                "--base-url must be like https://mirror.example/ and contain no user name, password or question mark: INCLUDE is public.");
        }

        if (parsed.GetValue(Connections) is < 1 or > 64 || parsed.GetValue(Workers) < 1 || parsed.GetValue(MinRate) < 0)
        {
            throw new UsageException("--connections must be 1 to 64, --workers above 0 and --min-rate 0 or more.");
        }

        if (parsed.GetValue(Streaming) && (parsed.GetValue(KeepZips) || parsed.GetValue(DryRun)))
        {
            throw new UsageException("--streaming-prepare downloads single clips and works neither with --keep-zips nor with --dry-run.");
        }

        if (!parsed.GetValue(Streaming) && parsed.GetValue(IncludeLabelsOption.Option) != IncludeLabels.Original)
        {
            throw new UsageException(
                "--labels corrected needs --streaming-prepare: folders of videos keep the published names. "
                + "For those: hasta splits include --labels corrected.");
        }

        return server.AbsolutePath.EndsWith('/') ? server : new Uri(server.AbsoluteUri + "/");
    }

    private static async Task<int> PrepareAsync(
        Terminal terminal,
        ParseResult parsed,
        IReadOnlyList<RemoteClip> clips,
        CancellationToken cancellationToken)
    {
        string data = parsed.GetRequiredValue(To);
        int workers = parsed.GetValue(Workers);
        using var sources = new ClipExtractors(SignerPartsOptions.Parse(parsed));
        await using var extractor = new FetchedClipExtractor(
            sources.Videos,
            data,
            [.. clips.Select(clip => new FetchableClip(clip.Clip, clip.Fingerprint, clip.FetchAsync))],
            parsed.GetValue(Connections));
        PrepareItem[] items = [.. clips.Select(clip => new PrepareItem(clip.Clip, extractor))];
        PrepareSummary summary = await PrepareCommand.PrepareAsync(terminal, new PrepareRequest(items, data, workers), cancellationToken);
        PrepareReport.Print(terminal, data, summary);
        return summary.IsUsable ? ExitCode.Done : ExitCode.UserError;
    }

    private static void Print(Terminal terminal, string folder, IncludeSummary summary)
    {
        string clips = $"{summary.Clips} clips unpacked and verified ({summary.Bytes / 1e9:0.00} GB)";
        terminal.Out.MarkupLineInterpolated(
            $"{clips}, {summary.ReadyBefore} zips already complete, in [bold]{folder}[/]");
        if (summary.Missing.Count > 0)
        {
            string names = string.Join(", ", summary.Missing.Take(MaxNames)) + (summary.Missing.Count > MaxNames ? " ..." : "");
            terminal.Error.MarkupLineInterpolated(
                $"[yellow]note:[/] {summary.Missing.Count} clips of the official lists are not on the server: {names}");
        }
    }
}
