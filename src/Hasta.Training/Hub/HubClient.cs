using System.Net;
using Hasta.Datasets.Fetching;
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
        using var requests = new HubRequests(options, new RetryLog(logger, clock));
        try
        {
            HubModel pinned = model;
            foreach (HubFile file in files)
            {
                HubFileInfo? info = await GetInfoAsync(requests, pinned, file, cancellationToken);
                pinned = info is null ? pinned : pinned.At(info.Commit);
                await StoreAsync(requests, pinned, file, info, progress, cancellationToken);
            }

            cache.Remember(model, pinned.Revision);
            return cache.FolderOf(model, pinned.Revision);
        }
        catch (Exception error) when (error is HttpRequestException or TimeoutException)
        {
            string problem = $"{options.Endpoint.Host} cannot be reached: {error.Message} Check the network, "
                + "or fetch the model's files on another machine and pass their folder. Data received so far is kept.";
            throw new HubException(problem, error) { IsUnreachable = true };
        }
    }

    /// <returns>Null for an optional file that the model does not have.</returns>
    private async Task<HubFileInfo?> GetInfoAsync(HubRequests requests, HubModel model, HubFile file, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await requests.Retries.ExecuteAsync(
            async limit => await requests.HeadAsync(requests.AddressOf(model, file), limit), cancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.NotFound when file.Optional => null,
            < HttpStatusCode.BadRequest => HubFileInfo.From(response, model),
            _ => throw HubErrors.From(response, model, file, options),
        };
    }

    private async Task StoreAsync(
        HubRequests requests,
        HubModel model,
        HubFile file,
        HubFileInfo? info,
        IProgress<WorkProgress> progress,
        CancellationToken cancellationToken)
    {
        string folder = cache.FolderOf(model, model.Revision);
        Directory.CreateDirectory(folder);
        if (info is null)
        {
            HubCache.Write(folder, file.Name, sha256: null);
            return;
        }

        // If the hub does not report the commit of a branch, only the hash shows whether the branch has changed.
        bool isCurrent = HubModel.IsCommit(model.Revision) || (info.Sha256 is { } hash && hash == HubCache.Read(folder, file.Name));
        if (!isCurrent || !HubCache.IsValid(folder, file))
        {
            var download = new HubDownload(requests, model, file, options) { Info = info, Progress = progress, Clock = clock };
            HubCache.Write(folder, file.Name, await download.RunAsync(Path.Combine(folder, file.Name), cancellationToken));
        }
    }
}
