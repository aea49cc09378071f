using System.Text.RegularExpressions;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Clips;

/// <summary>
/// Reads the gloss from folder names. The plain layout applies if every clip is one folder deep, INCLUDE's if every clip is two folders
/// deep (not counting an <c>Extra</c> subfolder) and at least half of the inner folders are numbered, as in "48. Hello". Anything else is
/// an error: a guess would train the model on wrong glosses.
/// </summary>
internal static partial class FolderLayout
{
    private const string ExtraFolder = "Extra";
    private const int IncludeDepth = 2;

    /// <exception cref="NoClipsException">No clips, clips at different depths, or two folders deep without numbers.</exception>
    public static IReadOnlyList<Clip> Find(string root)
    {
        string full = Path.GetFullPath(root);
        FoundClip[] all =
        [
            .. ClipEnumerator.Files(full).Select(path => FoundClip.In(full, path)).OrderBy(clip => clip.Name, StringComparer.Ordinal),
        ];
        if (all.Length == 0)
        {
            string ignored = IgnoredFiles.Describe(IgnoredFiles.In(full, []));
            throw new NoClipsException(
                root, ignored.Length > 0 ? $"this folder contains no clips (it contains {ignored})." : "this folder contains no clips.");
        }

        FoundClip[] unambiguous = Array.FindAll(all, clip => !ClipExtensions.IsAmbiguous(clip.Path));
        int depth = DepthOf(root, unambiguous.Length > 0 ? unambiguous : all);
        return ClipId.MakeUnique(all
            .Where(clip => clip.Folders.Length == depth)
            .Select(clip => new Clip(clip.Path, clip.Name, GlossOf(root, clip, depth))));
    }

    /// <summary>"48. Hello" -> "Hello".</summary>
    public static string WithoutNumber(string folder) => LeadingNumber().Replace(folder, "").Trim();

    private static string GlossOf(string root, FoundClip clip, int depth)
    {
        string gloss = depth == 1 ? clip.Folders[0] : WithoutNumber(clip.Folders[1]);
        return NameText.Clean(gloss).Length > 0 ? gloss : throw new NoClipsException(root, $"the folder name of {clip.Name} is blank.");
    }

    private static int DepthOf(string root, FoundClip[] found)
    {
        int depth = found[0].Folders.Length;
        if (Array.Find(found, clip => clip.Folders.Length != depth) is { } odd)
        {
            throw new NoClipsException(
                root, $"the layout is mixed: {odd.Name} is {odd.Folders.Length} folders deep and {found[0].Name} is {depth}.");
        }

        string[] inner = [.. found.Select(clip => clip.Folders.LastOrDefault("")).Distinct()];
        return depth == 1 || (depth == IncludeDepth && inner.Count(LeadingNumber().IsMatch) * 2 >= inner.Length)
            ? depth
            : throw new NoClipsException(root, $"it is unclear which folder of {found[0].Name} names the gloss.");
    }

    [GeneratedRegex(@"^\s*\d+\s*\.\s*(?=\S)")]
    private static partial Regex LeadingNumber();

    /// <summary>A clip's path, its name relative to the root (separated by '/'), and the folders that determine the layout.</summary>
    private sealed record FoundClip(string Path, string Name, string[] Folders)
    {
        public static FoundClip In(string root, string path)
        {
            string name = System.IO.Path.GetRelativePath(root, path).Replace('\\', '/');
            string[] folders = name.Split('/')[..^1];
            bool isExtra = folders.Length == IncludeDepth + 1 && folders[^1].Equals(ExtraFolder, StringComparison.OrdinalIgnoreCase);
            return new FoundClip(path, name, isExtra ? folders[..^1] : folders);
        }
    }
}
