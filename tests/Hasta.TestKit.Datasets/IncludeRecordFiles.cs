using System.IO.Compression;
using System.Text;
using Hasta.Include;

namespace Hasta.TestKit.Datasets;

/// <summary>
/// Zips like INCLUDE's: the real zip names and the listed clips except the 8 that the real server lacks, 605 of them as .MP4, with tiny
/// content.
/// </summary>
internal static class IncludeRecordFiles
{
    public const int Mp4Clips = 605;

    /// <summary>The file names as on the server.</summary>
    public static IReadOnlyList<string> ServedNames { get; } =
    [
        .. IncludeClips.All.Where(clip => clip.Name.Folder != "Second (Number)")
            .Select((clip, i) => i % 7 == 0 && i / 7 < Mp4Clips ? Path.ChangeExtension(clip.File, ".MP4") : clip.File),
    ];

    /// <summary>The zips of some categories, or all 44.</summary>
    /// <param name="clip">Returns the content of a clip by its name.</param>
    /// <param name="categories">All if empty.</param>
    public static IReadOnlyDictionary<string, byte[]> Make(Func<string, byte[]> clip, params string[] categories)
    {
        var zips = new Dictionary<string, byte[]>();
        IEnumerable<IGrouping<string, IncludeZip>> selected = IncludeZip.All
            .GroupBy(zip => zip.Category)
            .Where(group => categories.Length == 0 || categories.Contains(group.Key));
        foreach (IGrouping<string, IncludeZip> category in selected)
        {
            IncludeZip[] zipsOfCategory = [.. category];
            IGrouping<string, string>[] glosses =
            [
                .. ServedNames.Where(name => name.StartsWith(category.Key + "/", StringComparison.Ordinal))
                    .GroupBy(name => name.Split('/')[1]),
            ];
            foreach ((int index, IncludeZip zip) in zipsOfCategory.Index())
            {
                zips.Add(zip.Name, Zip(glosses.Where((_, i) => i % zipsOfCategory.Length == index).SelectMany(gloss => gloss), clip));
            }
        }

        return zips;
    }

    /// <summary>Bytes that depend only on the name.</summary>
    public static byte[] Bytes(string name, int count)
    {
        byte[] bytes = new byte[count];
        new Random(name.Sum(letter => letter * letter)).NextBytes(bytes);
        Encoding.UTF8.GetBytes(name, bytes);
        return bytes;
    }

    private static byte[] Zip(IEnumerable<string> names, Func<string, byte[]> clip)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string name in names)
            {
                using Stream entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(clip(name));
            }
        }

        return bytes.ToArray();
    }
}
