using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;
using Hasta.Pictures.KeptFrames;
using Microsoft.Extensions.Logging;

namespace Hasta.Datasets.Preparation;

/// <summary>Extracts clips and writes them to a data folder: the landmarks, the kept frames, and then the entry.</summary>
internal sealed class ClipWriter(DataFolder folder, string data, ILogger logger)
{
    private const int MinFrames = 2;

    /// <returns>The clip's entry, and the person selected from a landmark file of several people.</returns>
    /// <exception cref="BadFileException">The clip cannot be used.</exception>
    /// <exception cref="DataFolderException">The disk is full.</exception>
    public async Task<(ManifestEntry Entry, PersonChoice? Person)> WriteAsync(
        PrepareItem item, string fingerprint, CancellationToken cancellationToken)
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
            FrameSet? frames = WriteFrames(item, sampler?.ToBytes(clip.Width, clip.Height));
            recorder.Commit();
            ManifestEntry entry = ToEntry(item, fingerprint, recorder.Tally, await ContentHash.OfFileAsync(path, cancellationToken)) with
            {
                KeptFrames = frames,
                Picture = clip.Treatment,
                People = clip.People() is { Count: > 1 and var people } ? people : null,
            };
            folder.Add(entry);
            return (entry, clip.Person);
        }
        catch (IOException error)
        {
            throw new DataFolderException(
                $"{path} cannot be written: {error.Message} Free some disk space and run the same command again; "
                + "the clips finished so far are kept.",
                error);
        }
    }

    private FrameSet? WriteFrames(PrepareItem item, byte[]? bytes)
    {
        if (bytes is null || item.Extractor.FrameEngine is not { } engine)
        {
            folder.DeleteFrames(item.Clip.Id);
            return null;
        }

        AtomicFile.Write(Manifest.FramesPath(data, item.Clip.Id), stream => stream.Write(bytes));
        return new FrameSet(engine, ContentHash.Compute(bytes));
    }

    private static void ThrowIfUnusable(Clip clip, LandmarkStatistics tally)
    {
        if (tally.Frames < MinFrames)
        {
            throw new BadFileException(
                clip.Path, $"it has only {CountText.Of(tally.Frames, "frame")}.", "A sign is a movement: record at least two frames.");
        }

        if (tally.DetectionRate == 0)
        {
            throw new BadFileException(
                clip.Path,
                $"no person was found in any of its {CountText.Of(tally.Frames, "frame")}.",
                "Show the signer's upper body in good light.");
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
