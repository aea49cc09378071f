using Hasta.Datasets.Clips;

namespace Hasta.Include;

/// <summary>
/// A clip's path in INCLUDE: <c>category/n. gloss/[Extra/]MVI_0042.MOV</c>. Lists, label maps and files differ in extension (.MOV, .MP4),
/// case, whitespace and brackets, so clips are identified by the letters of their gloss and the stem of their file.
/// </summary>
/// <param name="Category">The first folder.</param>
/// <param name="Folder">The second folder: the gloss, usually after a number.</param>
/// <param name="Stem">The file's name without its extension.</param>
internal sealed record IncludeName(string Category, string Folder, string Stem)
{
    private const string ExtraFolder = "Extra";

    /// <summary>The gloss in readable form.</summary>
    public string Gloss => FolderLayout.WithoutNumber(Folder);

    /// <summary>The same for all spellings of a gloss; the key in the label maps.</summary>
    public string GlossKey => KeyOf(Folder);

    /// <summary>Unique among INCLUDE's clips, whatever a file's extension, case or subfolder.</summary>
    public string Key => $"{GlossKey}/{Stem.ToLowerInvariant()}";

    /// <returns>Null if the path has fewer than two folders.</returns>
    public static IncludeName? Parse(string path)
    {
        string[] segments = path.Replace('\\', '/').Split('/');
        string[] folders = segments[..^1];
        if (folders.Length > 2 && folders[^1].Equals(ExtraFolder, StringComparison.OrdinalIgnoreCase))
        {
            folders = folders[..^1];
        }

        return folders.Length >= 2 ? new IncludeName(folders[^2], folders[^1], Path.GetFileNameWithoutExtension(segments[^1])) : null;
    }

    /// <summary>"83. big large", "Big/Large" and "biglarge" -> "biglarge".</summary>
    public static string KeyOf(string gloss) =>
        string.Concat(FolderLayout.WithoutNumber(gloss).Where(char.IsAsciiLetter)).ToLowerInvariant();
}
