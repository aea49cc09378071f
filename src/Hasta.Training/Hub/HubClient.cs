using Hasta.Datasets.Fetching;
using Hasta.Datasets.Fetching.Ranges;
using Hasta.Datasets.Fetching.Retries;
using Hasta.Landmarks;
using Microsoft.Extensions.Logging;

namespace Hasta.Training.Hub;

/// <summary>
/// Downloads models from a Hugging Face hub into a cache. Each file is fetched once, resumed after an interruption, and verified by its
/// hash at each use.
/// </summary>
internal sealed class HubClient(HubOptions options, ILogger<HubClient> logger, TimeProvider clock)
{
    private readonly HubCache cache = new(options.Cache);

    /// <param name="model">The model.</param>
    /// <param name="files">The files to get, all from the same commit.</param>
    /// <param name="progress">Progress in MiB of the current file.</param>
    /// <param name="cancellationToken">Stops the download; data received so far is kept.</param>
    /// <returns>The folder with the files. If the hub cannot be reached, the folder fetched earlier.</returns>
    /// <exception cref="HubException">The hub refuses, cannot be reached, or sends other data than it announced.</exception>
    /// <exception cref="IOException">The cache cannot be written.</exception>
    public async Task<string> GetAsync(
        HubModel model,
        IReadOnlyList<HubFile> files,
        IProgress<WorkProgress> progress,
        CancellationToken cancellationToken)
    {
        string? cached = cache.CommitOf(model);
        if (model.IsPinned && AreCached(model, cached, files))
        {
            return cache.FolderOf(model, model.Revision);
        }

        try
        {
            return await FetchAsync(model, files, progress, cancellationToken);
        }
        catch (HubException error) when (error.IsUnreachable && AreCached(model, cached, files))
        {
            logger.LogWarning("{Problem} Using {Model} as it was fetched before ({Commit}).", error.Message, model.Id, cached);
            return cache.FolderOf(model, cached!);
        }
    }

    private bool AreCached(HubModel model, string? commit, IReadOnlyList<HubFile> files) =>
        commit is not null && files.All(file => HubCache.IsValid(cache.FolderOf(model, commit), file));

    private async Task<string> FetchAsync(
        HubModel model,
        IReadOnlyList<HubFile> files,
        IProgress<WorkProgress> progress,
        CancellationToken cancellationToken)
    {
        DownloadOptions download = options.ToDownload();
        using HttpClient http = HubTokenHandler.CreateClient(options, download);
        var reader = new RangeReader(http, download, new RetryPolicy(download, clock, logger), clock);
        var hub = new HubDownload(reader, new FileDownloader(reader, download, logger), options);
        try
        {
            HubModel pinned = model;
            foreach (HubFile file in files)
            {
                HubFileInfo? info = await hub.GetInfoAsync(pinned, file, cancellationToken);
                pinned = info is null ? pinned : pinned.At(info.Commit);
                string folder = cache.FolderOf(pinned, pinned.Revision);
                Directory.CreateDirectory(folder);
                if (info is null)
                {
                    HubCache.Write(folder, file.Name, sha256: null);
                }
                else
                {
                    await StoreAsync(hub, new HubRequest(pinned, file, info, progress), folder, cancellationToken);
                }
            }

            cache.Remember(model, pinned.Revision);
            return cache.FolderOf(model, pinned.Revision);
        }
        catch (DownloadException error)
        {
            throw Explain(error);
        }
    }

    private static async Task StoreAsync(HubDownload hub, HubRequest request, string folder, CancellationToken cancellationToken)
    {
        // If the hub does not report the commit of a branch, only the hash shows whether the branch has changed.
        string name = request.File.Name;
        bool isCurrent = HubModel.IsCommit(request.Model.Revision)
            || (request.Info.Sha256 is { } hash && hash == HubCache.Read(folder, name));
        if (!isCurrent || !HubCache.IsValid(folder, request.File))
        {
            string target = Path.Combine(folder, name);
            await hub.RunAsync(request, target, cancellationToken);
            HubCache.Write(folder, name, HubCache.HashOf(target));
        }
    }

    private HubException Explain(DownloadException error) => error.IsUnreachable
        ? new HubException(
            $"{options.Endpoint.Host} cannot be reached: {error.Message} "
            + "Or fetch the model's files on another machine and pass their folder.",
            error)
        {
            IsUnreachable = true,
        }
        : new HubException(error.Message, error);
}
