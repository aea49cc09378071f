using System.IO.Enumeration;

namespace Hasta.Datasets.Clips;

/// <summary>
/// Lists the clips below a folder. Links are followed unless they lead round in a circle; hidden files and folders are passed over, and so are data
/// folders, whose landmarks are no source (someone may well run <c>hasta prepare . --out data</c> twice).
/// </summary>
internal static class ClipEnumerator
{
    private static readonly EnumerationOptions Options = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    public static IEnumerable<string> Files(string root) => AllFiles(root).Where(ClipEndings.IsClip);

    /// <summary>Also what is no clip.</summary>
    public static IEnumerable<string> AllFiles(string root) =>
        new FileSystemEnumerable<string>(root, (ref entry) => entry.ToFullPath(), Options)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) => !Manifest.IsDataFolder(entry.ToFullPath()) && !IsCircle(entry.ToFullPath()),
        };

    private static bool IsCircle(string folder) =>
        new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true) is { } target
        && (folder + Path.DirectorySeparatorChar).StartsWith(target.FullName.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
