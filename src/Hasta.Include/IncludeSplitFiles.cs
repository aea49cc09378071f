using System.Globalization;
using CsvHelper;
using Hasta.Datasets;
using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;

namespace Hasta.Include;

/// <summary>Writes the four protocols: as lists, as lists of the files of a folder, or as data folders to train from.</summary>
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

    /// <summary>One CSV a protocol (<c>file, gloss, session, split</c>), with the names of the published lists.</summary>
    public static IReadOnlyList<IncludeSplitSummary> WriteLists(string folder, IncludeLabels labels = IncludeLabels.Original) =>
        Write(folder, IncludeClips.All.ToDictionary(clip => clip, clip => clip.File), labels);

    /// <summary>The same with the files that lie below <paramref name="videos"/>, for <c>hasta prepare</c>; clips that are not there are left out.</summary>
    /// <exception cref="NoClipsException">None of INCLUDE's clips is there.</exception>
    public static IReadOnlyList<IncludeSplitSummary> WriteForVideos(string folder, string videos, IncludeLabels labels = IncludeLabels.Original)
    {
        var found = new Dictionary<IncludeClip, string>();
        foreach (string path in ClipEnumerator.Files(Path.GetFullPath(videos)).Order(StringComparer.Ordinal))
        {
            if (IncludeClips.Find(path) is { } clip)
            {
                found.TryAdd(clip, PathFrom(folder, path));
            }
        }

        return found.Count > 0 ? Write(folder, found, labels) : throw new NoClipsException(videos, "none of INCLUDE's clips lies there.");
    }

    /// <summary>One data folder a protocol beside each other, whose landmarks are those of <paramref name="data"/> (hard links where the disk has them).</summary>
    /// <exception cref="BadFileException">No data folder, or one without clips of INCLUDE.</exception>
    public static IReadOnlyList<IncludeSplitSummary> WriteDataFolders(string folder, string data, IncludeLabels labels = IncludeLabels.Original)
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
            throw new BadFileException(data, "none of its clips is INCLUDE's.", "Prepare INCLUDE first: hasta download include --streaming-prepare, or hasta prepare.");
        }

        foreach (IncludeProtocol protocol in Enum.GetValues<IncludeProtocol>())
        {
            WriteDataFolder(Path.Combine(folder, NameOf(protocol)), data, EntriesOf(found, protocol, labels));
        }

        WriteMethod(folder);
        return Summaries(found.Keys.ToHashSet(), labels);
    }

    private static IReadOnlyList<IncludeSplitSummary> Write(string folder, Dictionary<IncludeClip, string> files, IncludeLabels labels)
    {
        foreach (IncludeProtocol protocol in Enum.GetValues<IncludeProtocol>())
        {
            AtomicFile.Write(Path.Combine(folder, NameOf(protocol) + ".csv"), stream =>
            {
                using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
                using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
                csv.WriteRecords(IncludeClips.All.Where(clip => LabelFixes.PartIn(clip, protocol, labels) is not null && files.ContainsKey(clip))
                    .Select(clip => new { file = files[clip], gloss = LabelFixes.GlossOf(clip, labels), session = clip.Session, split = IncludeClips.Word(clip.PartIn(protocol)) }));
            });
        }

        WriteMethod(folder);
        return Summaries(files.Keys.ToHashSet(), labels);
    }

    /// <summary>A folder's name may begin as a formula does; "./" before it is the same path, and a spreadsheet takes it for text.</summary>
    private static string PathFrom(string folder, string file)
    {
        string path = Path.GetRelativePath(Path.GetFullPath(folder), file).Replace('\\', '/');
        return SpreadsheetText.Protect(path) == path ? path : "./" + path;
    }

    private static ManifestEntry[] EntriesOf(Dictionary<IncludeClip, ManifestEntry> found, IncludeProtocol protocol, IncludeLabels labels) =>
    [
        .. found.Where(pair => LabelFixes.PartIn(pair.Key, protocol, labels) is not null)
            .Select(pair => pair.Value with { Gloss = LabelFixes.GlossOf(pair.Key, labels), Session = pair.Key.Session, Split = pair.Key.PartIn(protocol) })
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
            ?? throw new InvalidOperationException($"The build has left out {MethodResource}.");
        AtomicFile.Write(Path.Combine(folder, MethodFileName), method.CopyTo);
    }

    private static IReadOnlyList<IncludeSplitSummary> Summaries(HashSet<IncludeClip> found, IncludeLabels labels) =>
        [.. Enum.GetValues<IncludeProtocol>().Select(protocol => IncludeSplitSummary.From(protocol, found, labels))];
}
