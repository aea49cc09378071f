using System.Collections.Concurrent;
using System.Diagnostics;
using Hasta.Datasets.Clips;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;
using Hasta.Pictures.KeptFrames;
using Microsoft.Extensions.Logging;

namespace Hasta.Datasets.Preparation;

/// <summary>
/// Converts clips to a data folder: <c>poses/*.pose</c>, <c>manifest.jsonl</c>, <c>skipped.jsonl</c>. Can be killed at any time and
/// resumed.
/// </summary>
internal sealed class Preparer(string data, int workers, ILogger<Preparer> logger)
{
    private const int MinFrames = 2;
    private readonly ConcurrentBag<(int Order, SkippedClip Clip)> skipped = [];
    private readonly ConcurrentBag<(string Clip, PersonChoice Person)> crowded = [];
    private int prepared;
    private int reused;
    private int frames;
    private int treated;
    private int severalPeople;

    /// <exception cref="DataFolderException">
    /// Another prepare process is writing to the folder, the folder has a clip of the same name from another source or clips from another
    /// engine, or the disk is full.
    /// </exception>
    public async Task<PrepareSummary> PrepareAsync(
        IReadOnlyList<PrepareItem> items, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        using DataFolder folder = DataFolder.Open(data);
        EngineMix.ThrowIfMixed(data, folder.Entries, items);
        try
        {
            await PrepareAllAsync(folder, items, progress, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            folder.WriteManifest(SkippedInOrder());
            throw;
        }

        folder.RemoveRenamed(items.Select(item => item.Clip.Id).ToHashSet(StringComparer.Ordinal));
        folder.WriteManifest(SkippedInOrder());
        foreach (string warning in SimilarNames.Describe(folder.Entries))
        {
            logger.LogWarning("{Warning}", warning);
        }

        return new PrepareSummary
        {
            Prepared = prepared,
            Reused = reused,
            Skipped = SkippedInOrder(),
            Treated = treated,
            SeveralPeople = severalPeople,
            WithSeveralPeople = [.. crowded.OrderBy(clip => clip.Clip, StringComparer.Ordinal)],
            InManifest = folder.Count,
            Frames = frames,
            Elapsed = watch.Elapsed,
        };
    }

    private SkippedClip[] SkippedInOrder() => [.. skipped.OrderBy(entry => entry.Order).Select(entry => entry.Clip)];

    private Task PrepareAllAsync(
        DataFolder folder, IReadOnlyList<PrepareItem> items, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        int done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(items.Index(), options, async (item, token) =>
        {
            try
            {
                await PrepareOneAsync(folder, item.Item, token);
            }
            catch (BadFileException error)
            {
                Skip(folder, item.Index, item.Item.Clip, error.Message);
            }

            progress.Report(new WorkProgress(
                Interlocked.Increment(ref done), items.Count, skipped.IsEmpty ? "" : $"{skipped.Count} skipped"));
        });
    }

    private void Skip(DataFolder folder, int order, Clip clip, string reason)
    {
        skipped.Add((order, new SkippedClip(clip.Path, reason)));
        folder.Remove(clip.Id);
        logger.LogInformation("Skipped {Clip}: {Reason}", clip.Path, reason);
    }

    private async Task PrepareOneAsync(DataFolder folder, PrepareItem item, CancellationToken cancellationToken)
    {
        string fingerprint = await item.Extractor.FingerprintAsync(item.Clip, cancellationToken);
        ManifestEntry? old = folder.Find(item.Clip.Id);
        if (old is not null
            && old.SourceFingerprint == fingerprint
            && old.Engine == item.Extractor.Engine
            && folder.HasFrames(old, item.Extractor.FrameEngine)
            && await item.Extractor.IsTreatmentUnchangedAsync(item.Clip, old.Picture, cancellationToken))
        {
            Interlocked.Increment(ref reused);
            Count(old);
            Reuse(folder, item, old);
            return;
        }

        ThrowIfFromOtherSource(item, old);
        LandmarkStatistics tally = await ExtractAsync(folder, item, fingerprint, cancellationToken);
        Interlocked.Increment(ref prepared);
        Interlocked.Add(ref frames, tally.Frames);
    }

    private async Task<LandmarkStatistics> ExtractAsync(
        DataFolder folder, PrepareItem item, string fingerprint, CancellationToken cancellationToken)
    {
        using FrameSampler? sampler = item.Extractor.FrameEngine is null ? null : new FrameSampler();
        LandmarkFrames clip = await item.Extractor.OpenAsync(item.Clip, sampler is null ? null : sampler.Offer, cancellationToken);
        foreach (string warning in clip.Warnings)
        {
            logger.LogWarning("{Clip}: {Warning}", item.Clip.Path, warning);
        }

        string path = Manifest.PosePath(data, item.Clip.Id);
        try
        {
            using var recorder = new PoseRecorder(path, clip);
            await recorder.RecordAsync(cancellationToken);
            ThrowIfUnusable(item.Clip, recorder.Tally);
            FrameSet? frames = WriteFrames(folder, item, sampler?.ToBytes(clip.Width, clip.Height));
            recorder.Commit();
            if (clip.Person is { } person)
            {
                crowded.Add((item.Clip.Path, person));
            }

            ManifestEntry entry = ToEntry(item, fingerprint, recorder.Tally, await ContentHash.OfFileAsync(path, cancellationToken)) with
            {
                KeptFrames = frames,
                Picture = clip.Treatment,
                People = clip.People() is { Count: > 1 and var people } ? people : null,
            };
            folder.Add(entry);
            Count(entry);
            return recorder.Tally;
        }
        catch (IOException error)
        {
            throw new DataFolderException(
                $"{path} cannot be written: {error.Message} Free some disk space and run the same command again; "
                + "the clips finished so far are kept.",
                error);
        }
    }

    private void Count(ManifestEntry entry)
    {
        Interlocked.Add(ref treated, entry.Picture is null ? 0 : 1);
        Interlocked.Add(ref severalPeople, entry.People > 1 ? 1 : 0);
    }

    private FrameSet? WriteFrames(DataFolder folder, PrepareItem item, byte[]? bytes)
    {
        if (bytes is null || item.Extractor.FrameEngine is not { } engine)
        {
            folder.DeleteFrames(item.Clip.Id);
            return null;
        }

        AtomicFile.Write(Manifest.FramesPath(data, item.Clip.Id), stream => stream.Write(bytes));
        return new FrameSet(engine, ContentHash.Compute(bytes));
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

    private static void ThrowIfUnusable(Clip clip, LandmarkStatistics tally)
    {
        if (tally.Frames < MinFrames)
        {
            throw new BadFileException(
                clip.Path, $"it has only {tally.Frames} frame(s).", "A sign is a movement: record at least two frames.");
        }

        if (tally.DetectionRate == 0)
        {
            throw new BadFileException(
                clip.Path, $"no person was found in any of its {tally.Frames} frames.", "Show the signer's upper body in good light.");
        }
    }

    private static ManifestEntry ToEntry(PrepareItem item, string fingerprint, LandmarkStatistics tally, string poseSha256) => new()
    {
        Clip = item.Clip.Id,
        Gloss = item.Clip.Gloss,
        Signer = item.Clip.Signer,
        Session = item.Clip.Session,
        Split = item.Clip.Split,
        Source = item.Extractor.SourceOf(item.Clip),
        SourceFingerprint = fingerprint,
        Frames = tally.Frames,
        Fps = Math.Round(tally.Fps, 4),
        DetectionRate = Math.Round(tally.DetectionRate, 4),
        Engine = item.Extractor.Engine,
        PoseSha256 = poseSha256,
    };
}
