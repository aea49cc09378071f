using System.Text.RegularExpressions;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Clips;

/// <summary>Creates clip ids: relative paths without extension, in Unicode NFC, safe as file names on every system.</summary>
internal static partial class ClipId
{
    private const string Unsafe = "<>:\"|?*\\";

    /// <summary>
    /// Drops file extensions if the ids stay unique (compared case-insensitively, as Windows and macOS do) and keeps them for ids that
    /// would collide. Remaining collisions are numbered: <c>a~2</c>.
    /// </summary>
    public static IReadOnlyList<Clip> MakeUnique(IEnumerable<Clip> clips)
    {
        List<Clip> all = [.. clips];
        ILookup<string, Clip> stems = all.ToLookup(clip => MakeSafe(WithoutExtension(clip.Id)), StringComparer.OrdinalIgnoreCase);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. all.Select(clip =>
        {
            string stem = MakeSafe(WithoutExtension(clip.Id));
            return clip with { Id = Reserve(taken, stems[stem].Skip(1).Any() ? MakeSafe(clip.Id) : stem) };
        })];
    }

    /// <summary>
    /// Removes or replaces path traversal, drive prefixes, and the characters, name endings and device names that Windows rejects.
    /// </summary>
    public static string MakeSafe(string relativePath)
    {
        string[] segments = [.. Nfc.Normalize(relativePath).Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Where(segment => segment is not ("." or ".."))
            .Select(segment => string.Concat(segment.Select(c => char.IsControl(c) || Unsafe.Contains(c) ? '_' : c)))
            .Select(segment => segment.Trim(' ').TrimEnd(' ', '.'))
            .Select(segment => segment.Length == 0 || DeviceName().IsMatch(segment) ? "_" + segment : segment)];
        return segments.Length > 0 ? string.Join('/', segments) : "_";
    }

    /// <summary>Converts ids written by older versions to NFC. Ids that would become equal are left unchanged.</summary>
    internal static IReadOnlyList<string> Compose(IReadOnlyList<string> ids)
    {
        ILookup<string, string> forms = ids.Distinct().ToLookup(Nfc.Normalize, StringComparer.Ordinal);
        return [.. ids.Select(id => Nfc.Normalize(id) is var composed && forms[composed].Skip(1).Any() ? id : composed)];
    }

    private static string Reserve(HashSet<string> taken, string id)
    {
        string candidate = id;
        for (int number = 2; !taken.Add(candidate); number++)
        {
            candidate = $"{id}~{number}";
        }

        return candidate;
    }

    /// <summary>Removes clip extensions only: the name "take 1.2" has none.</summary>
    private static string WithoutExtension(string id) => ClipExtensions.IsClip(id) ? Path.ChangeExtension(id, null) : id;

    [GeneratedRegex(@"^(CON|PRN|AUX|NUL|COM\d|LPT\d)(\.|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeviceName();
}
