using System.Net;
using Hasta.Datasets.Fetching;
using Hasta.Datasets.Fetching.Ranges;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;

namespace Hasta.Training.Hub;

/// <summary>Fetches the files of a model at one revision.</summary>
internal sealed class HubDownload(RangeReader reader, FileDownloader downloader, HubOptions options)
{
    /// <returns>Null for an optional file that the model does not have.</returns>
    /// <exception cref="HubException">The hub refuses.</exception>
    public async Task<HubFileInfo?> GetInfoAsync(HubModel model, HubFile file, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await reader.HeadAsync(AddressOf(model, file), cancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.NotFound when file.Optional => null,
            < HttpStatusCode.BadRequest => HubFileInfo.From(response, model),
            _ => throw HubErrors.From(response, model, file, options),
        };
    }

    /// <summary>The file appears at <paramref name="target"/> only when it is complete and its hash matches.</summary>
    /// <exception cref="HubException">The file is too large, or another process is fetching it.</exception>
    /// <exception cref="DownloadException">The hub sends other data than it announced.</exception>
    public async Task RunAsync(HubRequest request, string target, CancellationToken cancellationToken)
    {
        (HubModel model, HubFile file, HubFileInfo info, IProgress<WorkProgress> progress) = request;
        using FileStream only = FolderLock.Take(
            Path.Combine(Path.GetDirectoryName(target)!, ".lock"),
            error => new HubException($"{target} is in use: another hasta process is fetching this model. Wait for it to finish.", error));
        Uri address = AddressOf(model, file);
        if (info.Bytes is not { } bytes)
        {
            await ReadUnannouncedAsync(request, address, target, cancellationToken);
        }
        else if (bytes > file.MaxBytes)
        {
            throw new HubException(
                $"{file.Name} of {model.Id} has {bytes} bytes, more than the limit of {file.MaxBytes}. Is it the right model?");
        }
        else
        {
            if (info.Hash is null)
            {
                File.Delete(target); // the caller has found it invalid, which its length alone may not show
            }

            await downloader.DownloadAsync(
                new RemoteFile(file.Name, address, bytes, info.Hash), target, new Megabytes(file, bytes, progress), cancellationToken);
        }
    }

    /// <summary>A file whose length the hub does not announce cannot be divided into ranges.</summary>
    private async Task ReadUnannouncedAsync(HubRequest request, Uri address, string target, CancellationToken cancellationToken)
    {
        byte[] content = await reader.ReadAllAsync(address, (int)Math.Min(request.File.MaxBytes, Array.MaxLength), cancellationToken)
            ?? throw new HubException($"{request.File.Name} of {request.Model.Id} is gone. Run the same command again.");
        if (request.Info.Hash is { } announced)
        {
            using var stream = new MemoryStream(content);
            FileHash found = await FileHash.ComputeAsync(
                announced.Kind, (buffer, _) => stream.ReadAsync(buffer, cancellationToken), content.Length);
            if (found != announced)
            {
                throw new HubException($"{address} has another hash than announced: {found} instead of {announced}. Try again.");
            }
        }

        AtomicFile.Write(target, stream => stream.Write(content));
    }

    private Uri AddressOf(HubModel model, HubFile file) =>
        new($"{options.Endpoint.AbsoluteUri.TrimEnd('/')}/{model.Id}/resolve/"
            + $"{Uri.EscapeDataString(model.Revision)}/{Uri.EscapeDataString(file.Name)}");

    private sealed class Megabytes(HubFile file, long bytes, IProgress<WorkProgress> progress) : IProgress<long>
    {
        public void Report(long value) =>
            progress.Report(new WorkProgress((int)(value >> 20), (int)(bytes >> 20), $"{file.Name}, MiB"));
    }
}
