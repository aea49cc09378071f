using System.CommandLine;
using Hasta.Datasets.Fetching;
using Hasta.Include;
using Hasta.Include.Fetching;
using Hasta.Tool;

namespace Hasta.Cli.Commands;

/// <summary>The arguments of <see cref="DownloadCommand"/>.</summary>
internal static class DownloadArguments
{
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

    private static readonly Option<string> BaseUrl = new("--base-url")
    {
        Description = "A mirror: a server with Zenodo's API for the record, or one with the zips directly below this URL.",
        DefaultValueFactory = _ => IncludeRecord.Zenodo.ToString(),
    };

    private static readonly Option<int> MinRate = new("--min-rate")
    {
        Description = "Minimum bytes per second of a connection over a minute. A slower connection is reopened once, "
            + "then the download fails. 0 waits forever.",
        DefaultValueFactory = _ => new DownloadOptions().MinBytesPerSecond,
    };

    public static Option<string> To { get; } = new("--to")
    {
        Description = "The folder to fill or resume; with --streaming-prepare a data folder.",
        Required = true,
    };

    public static Option<bool> KeepZips { get; } = new("--keep-zips") { Description = "Keep the zips in zips/ after unpacking." };

    public static Option<bool> DryRun { get; } = new("--dry-run") { Description = "Only print what would be downloaded." };

    public static Option<bool> Streaming { get; } = new("--streaming-prepare")
    {
        Description = "Keep only landmarks: each clip is downloaded, prepared and deleted, so that 57 GB need about 1 GB.",
    };

    public static Option<int> Connections { get; } = new("--connections")
    {
        Description = "Parallel requests.",
        DefaultValueFactory = _ => new DownloadOptions().Connections,
    };

    public static Option<int> Workers { get; } = new("--workers")
    {
        Description = "Clips to prepare in parallel, with --streaming-prepare.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public static void AddTo(Command command)
    {
        Option[] all =
        [
            To, Include50, Category, Glosses, KeepZips, DryRun, Streaming, BaseUrl, Connections, MinRate, Workers,
            IncludeLabelsOption.Option, SignerPartsOptions.NoFace, SignerPartsOptions.HandsOnly,
        ];
        Array.ForEach(all, command.Options.Add);
    }

    /// <exception cref="DownloadException">A category or gloss that INCLUDE does not have, or an empty selection.</exception>
    public static IncludeSelection SelectionOf(ParseResult parsed) => IncludeSelection.Create(
        parsed.GetValue(Include50),
        parsed.GetValue(Category) ?? [],
        parsed.GetValue(Glosses) ?? [],
        parsed.GetValue(IncludeLabelsOption.Option));

    public static DownloadOptions OptionsOf(ParseResult parsed) =>
        new() { Connections = parsed.GetValue(Connections), MinBytesPerSecond = parsed.GetValue(MinRate) };

    /// <exception cref="UsageException">The arguments exclude each other, or a value is out of range.</exception>
    public static Uri ServerOf(ParseResult parsed)
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
}
