using System.Text.RegularExpressions;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Clips;

/// <summary>Makes clip ids: relative paths without their ending, in Unicode's form NFC, safe as file names on every system.</summary>
internal static partial class ClipId
{
    private const string Unsafe = "<>:\"|?*\\";

    /// <summary>
    /// Drops the file endings where that leaves the ids unique (compared without case, as Windows and macOS do) and keeps them for those that
    /// would collide; what collides even so is numbered: <c>a~2</c>.
    /// </summary>
    public static IReadOnlyList<Clip> MakeUnique(IEnumerable<Clip> clips)
    {
        List<Clip> all = [.. clips];
        ILookup<string, Clip> stems = all.ToLookup(clip => MakeSafe(WithoutEnding(clip.Id)), StringComparer.OrdinalIgnoreCase);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. all.Select(clip =>
        {
            string stem = MakeSafe(WithoutEnding(clip.Id));
            return clip with { Id = Free(taken, stems[stem].Skip(1).Any() ? MakeSafe(clip.Id) : stem) };
        })];
    }

    /// <summary>No way up or out, no drive, no character, ending or device name that Windows refuses.</summary>
    public static string MakeSafe(string relativePath)
    {
        string[] parts = [.. Nfc.Normalize(relativePath).Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part is not ("." or ".."))
            .Select(part => string.Concat(part.Select(c => char.IsControl(c) || Unsafe.Contains(c) ? '_' : c)).Trim(' ').TrimEnd(' ', '.'))
            .Select(part => part.Length == 0 || DeviceName().IsMatch(part) ? "_" + part : part)];
        return parts.Length > 0 ? string.Join('/', parts) : "_";
    }

    /// <summary>Ids of files that older versions wrote, in form NFC. Where two would become one they stay as they are.</summary>
    internal static IReadOnlyList<string> Compose(IReadOnlyList<string> ids)
    {
        ILookup<string, string> forms = ids.Distinct().ToLookup(Nfc.Normalize, StringComparer.Ordinal);
        return [.. ids.Select(id => Nfc.Normalize(id) is var composed && forms[composed].Skip(1).Any() ? id : composed)];
    }

    private static string Free(HashSet<string> taken, string id)
    {
        string free = id;
        for (int number = 2; !taken.Add(free); number++)
        {
            free = $"{id}~{number}";
        }

        return free;
    }

    /// <summary>Only the endings of clips: the name "take 1.2" has none.</summary>
    private static string WithoutEnding(string id) => ClipEndings.IsClip(id) ? Path.ChangeExtension(id, null) : id;

    [GeneratedRegex(@"^(CON|PRN|AUX|NUL|COM\d|LPT\d)(\.|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeviceName();
}
