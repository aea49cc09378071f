using System.Threading.Channels;
using Hasta.Datasets.Clips;
using Hasta.Datasets.Fetching;
using Hasta.Datasets.Fetching.Chunks;
using Hasta.Datasets.Fetching.Ranges;
using Hasta.Include.Zip;
using Hasta.Landmarks;
using Microsoft.Extensions.Logging;

namespace Hasta.Include.Fetching;

/// <summary>
/// Downloads INCLUDE to a folder. While a zip is fetched, the previous one is unpacked; a zip is deleted only when all its clips are
/// verified and flushed to disk. Can be killed at any time and resumed.
/// </summary>
internal sealed class IncludeDownload(RangeReader reader, DownloadOptions options, ILoggerFactory loggers)
{
    /// <summary>Zips on disk at a time: one is fetched, one waits, one is unpacked.</summary>
    private const int ZipsOnDisk = 3;

    private readonly ILogger logger = loggers.CreateLogger<IncludeDownload>();
    private readonly FileDownloader downloader = new(reader, options, loggers.CreateLogger<FileDownloader>());

    internal DiskSpace Disk { get; init; } = DiskSpace.OfMachine;

    /// <summary>Returns what there is to do; writes nothing.</summary>
    /// <exception cref="HastaException">A zip's directory cannot be read.</exception>
    public Task<IReadOnlyList<PlannedZip>> PlanAsync(IncludeRequest request, IncludeRecord record, CancellationToken cancellationToken) =>
        new IncludePlanner(reader, record).PlanAsync(request, new IncludeFolder(request.Folder), cancellationToken);

    /// <exception cref="DownloadException">The server does not return what it announced, or the disk is too small.</exception>
    /// <exception cref="UnsafeZipException">A zip is damaged or malicious.</exception>
    public async Task<IncludeSummary> RunAsync(
        IncludeRequest request, IncludeRecord record, IProgress<DownloadProgress> progress, CancellationToken cancellationToken)
    {
        using DownloadFolder folder = DownloadFolder.Open(request.Folder);
        IReadOnlyList<PlannedZip> plan = await new IncludePlanner(reader, record).PlanAsync(request, folder.Contents, cancellationToken);
        Disk.Check(request.Folder, PeakBytes(plan, request.KeepZips, folder.Contents));
        if (!request.KeepZips)
        {
            RemoveUnpackedZips(plan, folder);
        }

        foreach (PlannedZip zip in plan)
        {
            progress.Report(new DownloadProgress(zip.Zip.Name, 0, zip.Bytes, zip.IsDone ? DownloadStep.Finished : DownloadStep.Fetching));
        }

        var job = new DownloadJob(folder, request, progress);
        await FetchAndUnpackAsync(job, [.. plan.Where(zip => !zip.IsDone)], cancellationToken);
        return new IncludeSummary
        {
            Clips = job.Clips,
            ReadyBefore = plan.Count(zip => zip.IsDone),
            Bytes = plan.Sum(zip => zip.Bytes),
            Missing = MissingIn(request),
        };
    }

    /// <summary>Bytes needed at the peak, less what an earlier process left there.</summary>
    private static long PeakBytes(IReadOnlyList<PlannedZip> plan, bool keepZips, IncludeFolder folder)
    {
        PlannedZip[] whole = [.. plan.Where(zip => !zip.IsDone && zip.Members is null)];
        long zips = keepZips
            ? whole.Sum(zip => zip.Bytes)
            : whole.Select(zip => zip.Bytes).OrderDescending().Take(ZipsOnDisk).Sum();
        long there = whole.Sum(zip => ChunkedFile.BytesHeld(folder.ZipPath(zip.Zip.Name)));
        return Math.Max(0, plan.Sum(zip => zip.UnpackedBytes) + zips - there);
    }

    /// <summary>Removes zips left by a process that was killed after their clips were all unpacked.</summary>
    private static void RemoveUnpackedZips(IReadOnlyList<PlannedZip> plan, DownloadFolder folder)
    {
        foreach (PlannedZip zip in plan.Where(zip => zip.IsDone && !folder.Contents.KeepsZip(zip.Zip.Name)))
        {
            folder.RemoveZip(zip.Zip.Name);
        }
    }

    private async Task FetchAndUnpackAsync(DownloadJob job, IReadOnlyList<PlannedZip> plan, CancellationToken cancellationToken)
    {
        var fetched = Channel.CreateBounded<PlannedZip>(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task unpacking = StopOnErrorAsync(new ZipUnpacker(job).UnpackAllAsync(fetched.Reader, stop.Token), stop);
        Task fetching = StopOnErrorAsync(FetchAllAsync(job, plan, fetched.Writer, stop.Token), stop);
        await Task.WhenAll(fetching, unpacking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        await (unpacking.IsFaulted ? unpacking : fetching);
    }

    private static async Task StopOnErrorAsync(Task work, CancellationTokenSource stop)
    {
        try
        {
            await work;
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private async Task FetchAllAsync(
        DownloadJob job, IReadOnlyList<PlannedZip> plan, ChannelWriter<PlannedZip> fetched, CancellationToken cancellationToken)
    {
        try
        {
            foreach (PlannedZip zip in plan)
            {
                if (zip.Members is null || !await TryFetchMembersAsync(job, zip, cancellationToken))
                {
                    await downloader.DownloadAsync(
                        zip.File, job.Contents.ZipPath(zip.Zip.Name), job.TrackWhole(zip), cancellationToken);
                    await fetched.WriteAsync(zip, cancellationToken);
                }
            }
        }
        finally
        {
            fetched.Complete();
        }
    }

    /// <returns>False if the server serves whole files only.</returns>
    private async Task<bool> TryFetchMembersAsync(DownloadJob job, PlannedZip zip, CancellationToken cancellationToken)
    {
        var source = new RemoteZip(reader, zip.File);
        IProgress<long> counter = job.TrackMembers(zip);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Connections, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(zip.Members!, parallel, async (member, token) =>
            {
                await ZipExtraction.ExtractAsync(source, member, job.Contents.ClipPath(zip.Zip, member.Name), counter, token);
                job.CountClip();
            });
        }
        catch (RangesRefusedException error)
        {
            logger.LogWarning("{Problem} Fetching {Zip} as a whole.", error.Message, zip.Zip.Name);
            return false;
        }

        job.Report(zip, zip.Bytes, DownloadStep.Finished);
        return true;
    }

    private static string[] MissingIn(IncludeRequest request)
    {
        string[] categories = [.. request.Selection.Zips.Select(zip => zip.Category).Distinct()];
        HashSet<IncludeClip> there =
        [
            .. categories.Select(category => Path.Combine(Path.GetFullPath(request.Folder), category)).Where(Directory.Exists)
                .SelectMany(ClipEnumerator.Files).Select(IncludeClips.Find).OfType<IncludeClip>(),
        ];
        HashSet<string> keys = [.. categories.Select(IncludeName.KeyOf)];
        return
        [
            .. IncludeClips.All
                .Where(clip => keys.Contains(IncludeName.KeyOf(clip.Name.Category)) && request.Selection.Takes(clip.File))
                .Where(clip => !there.Contains(clip))
                .Select(clip => clip.File),
        ];
    }
}
