using Hasta.Datasets.Clips;

namespace Hasta.Include;

/// <summary>
/// A clip's place in INCLUDE: <c>category/n. gloss/[Extra/]MVI_0042.MOV</c>. Lists, label maps and files disagree in endings (.MOV, .MP4), case, blanks
/// and brackets, so clips are known by the letters of their gloss and the stem of their file.
/// </summary>
/// <param name="Category">The first folder.</param>
/// <param name="Folder">The second folder: the gloss, mostly with a number before it.</param>
/// <param name="Stem">The file's name without its ending.</param>
internal sealed record IncludeName(string Category, string Folder, string Stem)
{
    private const string ExtraFolder = "Extra";

    /// <summary>The word as a person writes it.</summary>
    public string Gloss => FolderLayout.WithoutNumber(Folder);

    /// <summary>The same for all spellings of a gloss; the label maps' own key.</summary>
    public string GlossKey => KeyOf(Folder);

    /// <summary>Unique among INCLUDE's clips, and the same whatever a file's ending, case or sub-folder.</summary>
    public string Key => $"{GlossKey}/{Stem.ToLowerInvariant()}";

    /// <returns>Null where the path is not so many folders deep.</returns>
    public static IncludeName? Parse(string path)
    {
        string[] parts = path.Replace('\\', '/').Split('/');
        string[] folders = parts[..^1];
        if (folders.Length > 2 && folders[^1].Equals(ExtraFolder, StringComparison.OrdinalIgnoreCase))
        {
            folders = folders[..^1];
        }

        return folders.Length >= 2 ? new IncludeName(folders[^2], folders[^1], Path.GetFileNameWithoutExtension(parts[^1])) : null;
    }

    /// <summary>"83. big large", "Big/Large" and "biglarge" -> "biglarge".</summary>
    public static string KeyOf(string gloss) => string.Concat(FolderLayout.WithoutNumber(gloss).Where(char.IsAsciiLetter)).ToLowerInvariant();
}
