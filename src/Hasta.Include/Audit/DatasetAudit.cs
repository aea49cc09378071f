using System.Collections.Concurrent;
using Hasta.Datasets;
using Hasta.Datasets.Clips;
using Hasta.Datasets.Preparation;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.Video;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Include.Audit;

/// <summary>
/// Checks every clip of a folder: whether it can be decoded, whether another has the same bytes, and whether it is in the official lists.
/// </summary>
internal sealed class DatasetAudit(VideoOptions video, int workers)
{
    /// <summary>From this fraction on, a folder is treated as INCLUDE, and its missing and extra files are reported.</summary>
    private const double MinIncludeFraction = 0.5;

    /// <param name="clips">The clips found.</param>
    /// <param name="landmarks">Prepared entries of the same clips, for their detection rates; empty if there are none.</param>
    /// <param name="progress">Reports each clip.</param>
    /// <param name="cancellationToken">Cancels the audit.</param>
    /// <exception cref="MissingFfmpegException">ffmpeg is not installed.</exception>
    public async Task<AuditReport> RunAsync(
        IReadOnlyList<Clip> clips,
        IReadOnlyList<ManifestEntry> landmarks,
        IProgress<WorkProgress> progress,
        CancellationToken cancellationToken)
    {
        var undecodable = new ConcurrentBag<SkippedClip>();
        string[] hashes = new string[clips.Count];
        int done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(clips.Index(), options, async (clip, token) =>
        {
            hashes[clip.Index] = await ContentHash.OfFileAsync(clip.Item.Path, token);
            try
            {
                await DecodeAsync(clip.Item.Path, token);
            }
            catch (BadFileException error)
            {
                undecodable.Add(new SkippedClip(clip.Item.Path, error.Message));
            }

            progress.Report(new WorkProgress(
                Interlocked.Increment(ref done), clips.Count, undecodable.IsEmpty ? "" : $"{undecodable.Count} not decodable"));
        });
        return new AuditReport
        {
            Glosses =
            [
                .. clips.GroupBy(clip => clip.Gloss)
                    .OrderBy(gloss => gloss.Key, StringComparer.Ordinal)
                    .Select(gloss => GlossOf(gloss.Key, gloss.Count(), landmarks)),
            ],
            Undecodable = [.. undecodable.OrderBy(clip => clip.Clip, StringComparer.Ordinal)],
            Duplicates =
            [
                .. clips.Zip(hashes)
                    .GroupBy(clip => clip.Second)
                    .Where(same => same.Count() > 1)
                    .Select(same => same.Select(clip => clip.First.Path).ToArray()),
            ],
            Include = IncludeOf(clips),
        };
    }

    private async Task DecodeAsync(string path, CancellationToken cancellationToken)
    {
        if (Path.GetExtension(path).Equals(PoseFile.Extension, StringComparison.OrdinalIgnoreCase))
        {
            PoseFile.Read(path);
            return;
        }

        await foreach (VideoFrame _ in VideoReader.ReadAsync(path, video, cancellationToken))
        {
            // Only the decoding matters; the frame is not used.
        }
    }

    private static AuditedGloss GlossOf(string gloss, int clips, IReadOnlyList<ManifestEntry> landmarks)
    {
        ManifestEntry[] entries = [.. landmarks.Where(entry => entry.Gloss == gloss)];
        return new AuditedGloss(gloss, clips, entries.Length == 0 ? null : entries.Average(entry => entry.DetectionRate));
    }

    private static IncludeAudit? IncludeOf(IReadOnlyList<Clip> clips)
    {
        ILookup<bool, Clip> listed = clips.ToLookup(clip => IncludeClips.Find(clip.Path) is not null);
        if (listed[true].Count() < MinIncludeFraction * clips.Count)
        {
            return null;
        }

        HashSet<IncludeClip> found = [.. listed[true].Select(clip => IncludeClips.Find(clip.Path)!)];
        return new IncludeAudit(
            [.. IncludeClips.All.Where(clip => !found.Contains(clip)).Select(clip => clip.File)],
            [.. listed[false].Select(clip => clip.Path)]);
    }
}
