using System.Text.RegularExpressions;

namespace Hasta.Datasets;

/// <summary>
/// Reads the gloss from the folders. INCLUDE's layout is taken where every clip lies two folders deep (an <c>Extra</c> folder not counted);
/// the plain one where every clip lies one folder deep.
/// </summary>
public static partial class FolderLayout
{
    private const string ExtraFolder = "Extra";

    /// <exception cref="NoClipsException">No clips, or clips at different depths.</exception>
    public static IReadOnlyList<Clip> Find(string root)
    {
        string full = Path.GetFullPath(root);
        var found = Directory
            .EnumerateFiles(full, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
            .Where(ClipFinder.IsClip)
            .Select(path => (Path: path, Parts: Path.GetRelativePath(full, path).Replace('\\', '/').Split('/')))
            .OrderBy(clip => string.Join('/', clip.Parts), StringComparer.Ordinal)
            .Select(clip => (clip.Path, clip.Parts, Folders: clip.Parts[..^1].Where(part => part != ExtraFolder).ToArray()))
            .ToList();
        if (found.Count == 0)
        {
            throw new NoClipsException(root, "no clips are in this folder.");
        }

        int depth = found[0].Folders.Length;
        var odd = found.Find(clip => clip.Folders.Length != depth || depth is not (1 or 2));
        if (odd.Path is not null)
        {
            throw new NoClipsException(root, $"{string.Join('/', odd.Parts)} lies {odd.Folders.Length} folders deep, {string.Join('/', found[0].Parts)} {depth}.");
        }

        return ClipIds.MakeUnique(found.Select(clip => new Clip(clip.Path, string.Join('/', clip.Parts), depth == 1 ? clip.Folders[0] : WithoutNumber(clip.Folders[1]))));
    }

    /// <summary>"48. Hello" -> "Hello".</summary>
    public static string WithoutNumber(string folder) => LeadingNumber().Replace(folder, "").Trim();

    [GeneratedRegex(@"^\s*\d+\s*\.\s*(?=\S)")]
    private static partial Regex LeadingNumber();
}
