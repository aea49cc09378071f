using Hasta.Datasets;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;
using Hasta.Recognition.Features;

namespace Hasta.Tool;

/// <summary>The clips of a data folder in their signers' coordinate systems.</summary>
internal static class PreparedBodies
{
    /// <returns>In the manifest's order, without clips in which no person can be detected, as in training.</returns>
    /// <exception cref="Landmarks.BadFileException">The folder cannot be read.</exception>
    public static (ManifestEntry Entry, NormalizedSequence Body)[] Read(SequenceNormalizer normalizer, string folder) =>
    [
        .. ParallelMap.Run(Manifest.Read(folder), entry => (Entry: entry, Body: Read(normalizer, folder, entry)))
            .Where(clip => clip.Body is not null).Select(clip => (clip.Entry, clip.Body!)),
    ];

    private static NormalizedSequence? Read(SequenceNormalizer normalizer, string folder, ManifestEntry entry)
    {
        try
        {
            return normalizer.Extract(PoseFile.Read(Manifest.PosePath(folder, entry.Clip)));
        }
        catch (NoBodyException)
        {
            return null;
        }
    }
}
