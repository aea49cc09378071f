using System.Globalization;
using CsvHelper;
using Hasta.Datasets;
using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;

namespace Hasta.Include;

/// <summary>Writes the four protocols: as lists, as lists of the files in a folder, or as data folders for training.</summary>
internal static class IncludeSplitFiles
{
    public const string MethodFileName = "METHOD.txt";
    private const string MethodResource = "include-method.txt";

    /// <summary>official, official-50, session-disjoint, session-disjoint-50.</summary>
    public static string NameOf(IncludeProtocol protocol) => protocol switch
    {
        IncludeProtocol.Official => "official",
        IncludeProtocol.Official50 => "official-50",
        IncludeProtocol.SessionDisjoint => "session-disjoint",
        _ => "session-disjoint-50",
    };

    /// <summary>One CSV per protocol (<c>file, gloss, session, split</c>), with the file names of the published lists.</summary>
    public static IReadOnlyList<IncludeSplitSummary> WriteLists(string folder, IncludeLabels labels = IncludeLabels.Original) =>
        Write(folder, IncludeClips.All.ToDictionary(clip => clip, clip => clip.File), labels);

    /// <summary>
    /// The same with the files found below <paramref name="videos"/>, for <c>hasta prepare</c>; missing clips are left out.
    /// </summary>
    /// <exception cref="NoClipsException">The folder contains none of INCLUDE's clips.</exception>
    public static IReadOnlyList<IncludeSplitSummary> WriteForVideos(
        string folder, string videos, IncludeLabels labels = IncludeLabels.Original)
    {
        var found = new Dictionary<IncludeClip, string>();
        foreach (string path in ClipEnumerator.Files(Path.GetFullPath(videos)).Order(StringComparer.Ordinal))
        {
            if (IncludeClips.Find(path) is { } clip)
            {
                found.TryAdd(clip, PathFrom(folder, path));
            }
        }

        return found.Count > 0
            ? Write(folder, found, labels)
            : throw new NoClipsException(videos, "it contains none of INCLUDE's clips.");
    }

    /// <summary>
    /// Writes one data folder per protocol, with the landmarks of <paramref name="data"/> (hard links if the file system supports them).
    /// </summary>
    /// <exception cref="BadFileException">No data folder, or one without clips of INCLUDE.</exception>
    public static IReadOnlyList<IncludeSplitSummary> WriteDataFolders(
        string folder, string data, IncludeLabels labels = IncludeLabels.Original)
    {
        IReadOnlyList<ManifestEntry> entries = Manifest.Read(data);
        var found = new Dictionary<IncludeClip, ManifestEntry>();
        foreach (ManifestEntry entry in entries)
        {
            if (IncludeClips.Find(entry.Clip) is { } clip)
            {
                found.TryAdd(clip, entry);
            }
        }

        if (found.Count == 0)
        {
            throw new BadFileException(
                data,
                "none of its clips belongs to INCLUDE.",
                "Prepare INCLUDE first: hasta download include --streaming-prepare, or hasta prepare.");
        }

        foreach (IncludeProtocol protocol in Enum.GetValues<IncludeProtocol>())
        {
            WriteDataFolder(Path.Combine(folder, NameOf(protocol)), data, EntriesOf(found, protocol, labels));
        }

        WriteMethod(folder);
        return Summaries(found.Keys.ToHashSet(), labels);
    }

    private static IReadOnlyList<IncludeSplitSummary> Write(
        string folder, Dictionary<IncludeClip, string> files, IncludeLabels labels)
    {
        foreach (IncludeProtocol protocol in Enum.GetValues<IncludeProtocol>())
        {
            AtomicFile.Write(Path.Combine(folder, NameOf(protocol) + ".csv"), stream =>
            {
                using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
                using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
                csv.WriteRecords(IncludeClips.All
                    .Where(clip => GlossCorrections.PartIn(clip, protocol, labels) is not null && files.ContainsKey(clip))
                    .Select(clip => new
                    {
                        file = files[clip],
                        gloss = GlossCorrections.GlossOf(clip, labels),
                        session = clip.Session,
                        split = IncludeClips.Word(clip.SplitIn(protocol)),
                    }));
            });
        }

        WriteMethod(folder);
        return Summaries(files.Keys.ToHashSet(), labels);
    }

    /// <summary>
    /// A folder's name may begin like a formula; with "./" in front it is the same path, and a spreadsheet treats it as text.
    /// </summary>
    private static string PathFrom(string folder, string file)
    {
        string path = Path.GetRelativePath(Path.GetFullPath(folder), file).Replace('\\', '/');
        return SpreadsheetText.Protect(path) == path ? path : "./" + path;
    }

    private static ManifestEntry[] EntriesOf(
        Dictionary<IncludeClip, ManifestEntry> found, IncludeProtocol protocol, IncludeLabels labels) =>
    [
        .. found.Where(pair => GlossCorrections.PartIn(pair.Key, protocol, labels) is not null)
            .Select(pair => pair.Value with
            {
                Gloss = GlossCorrections.GlossOf(pair.Key, labels),
                Session = pair.Key.Session,
                Split = pair.Key.SplitIn(protocol),
            })
            .OrderBy(entry => entry.Clip, StringComparer.Ordinal),
    ];

    private static void WriteDataFolder(string target, string data, ManifestEntry[] entries)
    {
        foreach (ManifestEntry entry in entries)
        {
            HardLink.Create(Manifest.PosePath(data, entry.Clip), Manifest.PosePath(target, entry.Clip));
        }

        Manifest.Write(target, entries);
    }

    private static void WriteMethod(string folder)
    {
        using Stream method = typeof(IncludeSplitFiles).Assembly.GetManifestResourceStream(MethodResource)
            ?? throw new InvalidOperationException($"The resource {MethodResource} is missing from the build.");
        AtomicFile.Write(Path.Combine(folder, MethodFileName), method.CopyTo);
    }

    private static IReadOnlyList<IncludeSplitSummary> Summaries(HashSet<IncludeClip> found, IncludeLabels labels) =>
        [.. Enum.GetValues<IncludeProtocol>().Select(protocol => IncludeSplitSummary.From(protocol, found, labels))];
}
