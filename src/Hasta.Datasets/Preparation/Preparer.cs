using Hasta.Datasets.Clips;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Microsoft.Extensions.Logging;

namespace Hasta.Datasets.Preparation;

/// <summary>
/// Converts clips to a data folder: <c>poses/*.pose</c>, <c>manifest.jsonl</c>, <c>skipped.jsonl</c>. Can be killed at any time and
/// resumed.
/// </summary>
internal sealed class Preparer(string data, int workers, ILogger<Preparer> logger)
{
    /// <exception cref="DataFolderException">
    /// Another prepare process is writing to the folder, the folder has a clip of the same name from another source or clips from another
    /// engine, or the disk is full.
    /// </exception>
    public async Task<PrepareSummary> PrepareAsync(
        IReadOnlyList<PrepareItem> items, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var tally = new PrepareTally();
        using DataFolder folder = DataFolder.Open(data);
        EngineMix.ThrowIfMixed(data, folder.Entries, items);
        try
        {
            await PrepareAllAsync(new Job(folder, new ClipWriter(folder, data, logger), tally), items, progress, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            folder.WriteManifest(tally.Skipped);
            throw;
        }

        folder.RemoveRenamed(items.Select(item => item.Clip.Id).ToHashSet(StringComparer.Ordinal));
        folder.WriteManifest(tally.Skipped);
        foreach (string warning in SimilarNames.Describe(folder.Entries))
        {
            logger.LogWarning("{Warning}", warning);
        }

        return tally.Summarize(folder.Count);
    }

    private Task PrepareAllAsync(
        Job job, IReadOnlyList<PrepareItem> items, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        int done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(items.Index(), options, async (item, token) =>
        {
            try
            {
                await PrepareOneAsync(job, item.Item, token);
            }
            catch (BadFileException error)
            {
                Clip clip = item.Item.Clip;
                job.Tally.Skip(item.Index, new SkippedClip(clip.Path, error.Message));
                job.Folder.Remove(clip.Id);
                logger.LogInformation("Skipped {Clip}: {Reason}", clip.Path, error.Message);
            }

            int skipped = job.Tally.SkippedCount;
            progress.Report(new WorkProgress(Interlocked.Increment(ref done), items.Count, skipped == 0 ? "" : $"{skipped} skipped"));
        });
    }

    private async Task PrepareOneAsync(Job job, PrepareItem item, CancellationToken cancellationToken)
    {
        string fingerprint = await item.Extractor.FingerprintAsync(item.Clip, cancellationToken);
        ManifestEntry? old = job.Folder.Find(item.Clip.Id);
        if (old is not null
            && old.SourceFingerprint == fingerprint
            && old.Engine == item.Extractor.Engine
            && job.Folder.HasFrames(old, item.Extractor.FrameEngine)
            && await item.Extractor.IsTreatmentUnchangedAsync(item.Clip, old.Picture, cancellationToken))
        {
            job.Tally.Reuse(old);
            Reuse(job.Folder, item, old);
            return;
        }

        ThrowIfFromOtherSource(item, old);
        (ManifestEntry entry, PersonChoice? person) = await job.Writer.WriteAsync(item, fingerprint, cancellationToken);
        job.Tally.Prepare(item.Clip, entry, person);
    }

    /// <summary>Keeps the landmarks; gloss, signer, session and split are updated from the source.</summary>
    private static void Reuse(DataFolder folder, PrepareItem item, ManifestEntry old)
    {
        Clip clip = item.Clip;
        ManifestEntry now = old with
        {
            Gloss = clip.Gloss,
            Signer = clip.Signer,
            Session = clip.Session,
            Split = clip.Split,
            Source = item.Extractor.SourceOf(clip),
        };
        if (now != old)
        {
            folder.Add(now);
        }
    }

    private void ThrowIfFromOtherSource(PrepareItem item, ManifestEntry? old)
    {
        string source = item.Extractor.SourceOf(item.Clip);
        if (old is not null && old.Source != source && SourcePath.Exists(old.Source))
        {
            throw new DataFolderException(
                $"{data} already contains a clip {old.Clip} from {old.Source}; {source} has the same name. "
                + "Use another --out, or one CSV that lists both.");
        }
    }

    private sealed record Job(DataFolder Folder, ClipWriter Writer, PrepareTally Tally);
}
