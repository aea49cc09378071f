using System.IO.Compression;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;

namespace Hasta.Recognition.References;

/// <summary>
/// A checkpoint's <c>references.zip</c>: how its words are signed, as <c>GLOSS.pose</c> each. For people to look at; recognition does not
/// use it.
/// </summary>
internal static class ReferenceFile
{
    public const string Name = "references.zip";

    private const int MaxBytes = 64 << 20;
    private const int MaxPoseBytes = 1 << 20;

    /// <exception cref="IOException">The file cannot be written; an existing file is unchanged.</exception>
    public static void Write(string path, IEnumerable<KeyValuePair<string, LandmarkSequence>> references) =>
        AtomicFile.Write(path, stream => Write(stream, references));

    /// <param name="folder">The folder of the model.</param>
    /// <param name="glosses">Other entries are ignored.</param>
    /// <returns>The .pose file of each gloss that has one; none if the model has no references.</returns>
    /// <exception cref="BadFileException">The file is corrupt.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(string folder, IEnumerable<string> glosses)
    {
        string path = Path.Combine(folder, Name);
        var references = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (!File.Exists(path))
        {
            return references;
        }

        try
        {
            using var stream = new MemoryStream(InputFile.ReadAllBytes(path, MaxBytes));
            using var zip = new ZipArchive(stream);
            foreach (string gloss in glosses)
            {
                if (zip.GetEntry(gloss + PoseFile.Extension) is { } entry)
                {
                    references.Add(gloss, Read(path, entry));
                }
            }
        }
        catch (InvalidDataException)
        {
            throw Corrupt(path);
        }

        return references;
    }

    private static void Write(Stream stream, IEnumerable<KeyValuePair<string, LandmarkSequence>> references)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach ((string gloss, LandmarkSequence sequence) in references)
        {
            ZipArchiveEntry entry = zip.CreateEntry(gloss + PoseFile.Extension, CompressionLevel.SmallestSize);
            entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the same bytes whenever it is written
            using Stream content = entry.Open();
            content.Write(PoseFile.ToBytes(sequence));
        }
    }

    /// <summary>Reads no more than the entry may have, whatever length it declares.</summary>
    private static byte[] Read(string path, ZipArchiveEntry entry)
    {
        using Stream content = entry.Open();
        byte[] bytes = new byte[MaxPoseBytes];
        int length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length < bytes.Length ? bytes[..length] : throw Corrupt(path);
    }

    private static BadFileException Corrupt(string path) =>
        new(path, "it is not a zip file of .pose files.", "Make it again: hasta references DATA --model MODEL");
}
