using System.Text.RegularExpressions;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Clips;

/// <summary>
/// Reads the gloss from the folders. The plain layout is taken where every clip lies one folder deep; INCLUDE's where every clip lies two
/// folders deep (an <c>Extra</c> folder below not counted) and at least half of the inner folders are numbered, as "48. Hello" is. All else
/// is an error: a guess would teach the model wrong glosses.
/// </summary>
internal static partial class FolderLayout
{
    private const string ExtraFolder = "Extra";
    private const int IncludeDepth = 2;

    /// <exception cref="NoClipsException">No clips, clips at different depths, or two folders deep without numbers.</exception>
    public static IReadOnlyList<Clip> Find(string root)
    {
        string full = Path.GetFullPath(root);
        FoundClip[] all = [.. ClipEnumerator.Files(full).Select(path => FoundClip.In(full, path)).OrderBy(clip => clip.Name, StringComparer.Ordinal)];
        if (all.Length == 0)
        {
            string held = NotTaken.Describe(NotTaken.In(full, []));
            throw new NoClipsException(root, held.Length > 0 ? $"no clips are in this folder (it holds {held})." : "no clips are in this folder.");
        }

        FoundClip[] sure = Array.FindAll(all, clip => !ClipEndings.IsAmbiguous(clip.Path));
        int depth = DepthOf(root, sure.Length > 0 ? sure : all);
        return ClipId.MakeUnique(all.Where(clip => clip.Folders.Length == depth).Select(clip => new Clip(clip.Path, clip.Name, GlossOf(root, clip, depth))));
    }

    /// <summary>"48. Hello" -> "Hello".</summary>
    public static string WithoutNumber(string folder) => LeadingNumber().Replace(folder, "").Trim();

    private static string GlossOf(string root, FoundClip clip, int depth)
    {
        string gloss = depth == 1 ? clip.Folders[0] : WithoutNumber(clip.Folders[1]);
        return NameText.Clean(gloss).Length > 0 ? gloss : throw new NoClipsException(root, $"the folder of {clip.Name} has a name of blanks alone.");
    }

    private static int DepthOf(string root, FoundClip[] found)
    {
        int depth = found[0].Folders.Length;
        if (Array.Find(found, clip => clip.Folders.Length != depth) is { } odd)
        {
            throw new NoClipsException(root, $"the layout is mixed: {odd.Name} lies {odd.Folders.Length} folders deep and {found[0].Name} {depth}.");
        }

        string[] inner = [.. found.Select(clip => clip.Folders.LastOrDefault("")).Distinct()];
        return depth == 1 || (depth == IncludeDepth && inner.Count(LeadingNumber().IsMatch) * 2 >= inner.Length)
            ? depth
            : throw new NoClipsException(root, $"which folder of {found[0].Name} names the gloss cannot be told.");
    }

    [GeneratedRegex(@"^\s*\d+\s*\.\s*(?=\S)")]
    private static partial Regex LeadingNumber();

    /// <summary>A clip's path, its name below the root ('/' between parts), and the folders that count.</summary>
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
