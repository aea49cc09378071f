using Hasta.Datasets.Clips;
using Hasta.Datasets.Splits;

namespace Hasta.TestKit.Datasets;

/// <summary>The official lists of INCLUDE and INCLUDE-50, read as clips without landmarks.</summary>
internal static class IncludeLists
{
    /// <param name="set">include or include50.</param>
    /// <param name="split">train, validation or test.</param>
    public static IEnumerable<AssignedClip> Read(string set, string split) =>
        from line in File.ReadLines(SharedData.Path("include-splits", $"{set}_{(split == "validation" ? "val" : split)}.txt"))
        let path = line.Trim()
        where path.Length > 0
        select new AssignedClip
        {
            Clip = Path.ChangeExtension(path, null),
            Set = split,
            PoseSha256 = $"{set} {path}",
            Gloss = FolderLayout.WithoutNumber(path.Split('/')[1]),
        };
}
