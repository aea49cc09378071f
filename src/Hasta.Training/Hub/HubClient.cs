using System.Net;
using Hasta.Datasets.Fetching;
using Hasta.Landmarks;
using Microsoft.Extensions.Logging;

namespace Hasta.Training.Hub;

/// <summary>Gets models from a Hugging Face hub into a cache: each file once, gone on with where it was cut off, checked by its hash at each use.</summary>
internal sealed class HubClient(HubOptions options, ILogger<HubClient> logger, TimeProvider clock)
{
    private readonly HubCache cache = new(options.Cache);

    /// <param name="model">Whose files.</param>
    /// <param name="files">Which; they come from one commit.</param>
    /// <param name="progress">In MiB of the file under way.</param>
    /// <param name="cancellationToken">Stops it; what has come is kept.</param>
    /// <returns>The folder that holds them. Without a network, one of an earlier time.</returns>
    /// <exception cref="HubException">The hub says no, cannot be reached, or gives something else than it announced.</exception>
    /// <exception cref="IOException">The cache cannot be written.</exception>
    public async Task<string> GetAsync(HubModel model, IReadOnlyList<HubFile> files, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        string? known = cache.CommitOf(model);
        if (model.IsPinned && IsWhole(model, known, files))
        {
            return cache.FolderOf(model, model.Revision);
        }

        try
        {
            return await FetchAsync(model, files, progress, cancellationToken);
        }
        catch (HubException error) when (error.IsUnreachable && IsWhole(model, known, files))
        {
            logger.LogWarning("{Problem} Going on with {Model} as it was fetched before ({Commit}).", error.Message, model.Id, known);
            return cache.FolderOf(model, known!);
        }
    }

    private bool IsWhole(HubModel model, string? commit, IReadOnlyList<HubFile> files) =>
        commit is not null && files.All(file => HubCache.IsWhole(cache.FolderOf(model, commit), file));

    private async Task<string> FetchAsync(HubModel model, IReadOnlyList<HubFile> files, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        using var requests = new HubRequests(options, new RetryReport(logger, clock));
        try
        {
            HubModel pinned = model;
            foreach (HubFile file in files)
            {
                HubFileInfo? info = await AskAsync(requests, pinned, file, cancellationToken);
                pinned = info is null ? pinned : pinned.At(info.Commit);
                await KeepAsync(requests, pinned, file, info, progress, cancellationToken);
            }

            cache.Remember(model, pinned.Revision);
            return cache.FolderOf(model, pinned.Revision);
        }
        catch (Exception error) when (error is HttpRequestException or TimeoutException)
        {
            string problem = $"{options.Endpoint.Host} cannot be reached: {error.Message} Check the network, or fetch the model's files elsewhere and name their folder. What has come is kept.";
            throw new HubException(problem, error) { IsUnreachable = true };
        }
    }

    /// <returns>Null for an optional file that the model does not have.</returns>
    private async Task<HubFileInfo?> AskAsync(HubRequests requests, HubModel model, HubFile file, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await requests.Retries.ExecuteAsync(
            async limit => await requests.AskAsync(requests.AddressOf(model, file), limit), cancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.NotFound when file.Optional => null,
            < HttpStatusCode.BadRequest => HubFileInfo.From(response, model),
            _ => throw HubErrors.From(response, model, file, options),
        };
    }

    private async Task KeepAsync(HubRequests requests, HubModel model, HubFile file, HubFileInfo? info, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        string folder = cache.FolderOf(model, model.Revision);
        Directory.CreateDirectory(folder);
        if (info is null)
        {
            HubCache.Write(folder, file.Name, sha256: null);
            return;
        }

        // Where the hub does not say which commit a branch is, only the hash tells whether it has moved on.
        bool isCurrent = HubModel.IsCommit(model.Revision) || (info.Sha256 is { } hash && hash == HubCache.Read(folder, file.Name));
        if (!isCurrent || !HubCache.IsWhole(folder, file))
        {
            var download = new HubDownload(requests, model, file, options) { Info = info, Progress = progress, Clock = clock };
            HubCache.Write(folder, file.Name, await download.RunAsync(Path.Combine(folder, file.Name), cancellationToken));
        }
    }
}
