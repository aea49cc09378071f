using System.IO.Enumeration;

namespace Hasta.Datasets.Clips;

/// <summary>
/// Enumerates the clips below a folder. Links are followed unless they form a cycle. Hidden files and folders are skipped, and so are data
/// folders: their landmarks are not a source (users may run <c>hasta prepare . --out data</c> twice).
/// </summary>
internal static class ClipEnumerator
{
    private static readonly EnumerationOptions Options = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    public static IEnumerable<string> Files(string root) => AllFiles(root).Where(ClipExtensions.IsClip);

    /// <summary>Includes files that are not clips.</summary>
    public static IEnumerable<string> AllFiles(string root) =>
        new FileSystemEnumerable<string>(root, (ref entry) => entry.ToFullPath(), Options)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) => !Manifest.IsDataFolder(entry.ToFullPath()) && !IsCycle(entry.ToFullPath()),
        };

    private static bool IsCycle(string folder) =>
        new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true) is { } target
        && (folder + Path.DirectorySeparatorChar).StartsWith(
            target.FullName.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
