namespace Hasta.Datasets;

/// <summary>Makes clip ids: relative paths without their ending, safe as file names on every system.</summary>
public static class ClipIds
{
    private const string Unsafe = "<>:\"|?*\\";

    /// <summary>Drops the file endings where that leaves the ids unique (compared without case), keeps them for those that would collide.</summary>
    public static IReadOnlyList<Clip> MakeUnique(IEnumerable<Clip> clips)
    {
        List<Clip> all = [.. clips.Select(clip => clip with { Id = MakeSafe(clip.Id) })];
        HashSet<string> shared = [.. all
            .GroupBy(clip => Path.ChangeExtension(clip.Id, null), StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key.ToUpperInvariant())];
        return [.. all.Select(clip => shared.Contains(Path.ChangeExtension(clip.Id, null).ToUpperInvariant()) ? clip : clip with { Id = Path.ChangeExtension(clip.Id, null) })];
    }

    /// <summary>No way up or out, no drive, no character that Windows refuses.</summary>
    public static string MakeSafe(string relativePath)
    {
        IEnumerable<string> parts = relativePath.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part is not ("." or ".."))
            .Select(part => string.Concat(part.Select(c => char.IsControl(c) || Unsafe.Contains(c) ? '_' : c)).TrimEnd(' ', '.'))
            .Select(part => part.Length == 0 ? "_" : part);
        return string.Join('/', parts);
    }
}
