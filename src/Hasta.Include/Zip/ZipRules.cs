using Hasta.Datasets.Clips;

namespace Hasta.Include.Zip;

/// <summary>Rules for the names and sizes of members. One bad member invalidates the zip: the published ones have none.</summary>
internal static class ZipRules
{
    private const int MaxMembers = 100_000;
    private const long MaxMemberBytes = 4L << 30;

    /// <summary>Deflate cannot exceed 1,032 to 1; videos reach 1.1 to 1.</summary>
    private const int MaxRatio = 100;

    private const long SmallBytes = 1 << 20;
    private const int KindMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;
    private const string AppleFolder = "__MACOSX/";

    /// <param name="zip">Used in messages.</param>
    /// <param name="entries">The directory.</param>
    /// <param name="directoryAt">Offset where the members must end.</param>
    /// <exception cref="UnsafeZipException">A member breaks a rule.</exception>
    public static IReadOnlyList<ZipMember> Check(string zip, IEnumerable<ZipEntry> entries, long directoryAt)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var members = new List<ZipMember>();
        foreach (ZipEntry entry in entries)
        {
            if (Fault(entry, directoryAt) is { } fault)
            {
                throw new UnsafeZipException(zip, $"the member \"{entry.Member.Name}\" {fault}.");
            }

            if (entry.Member.Name.EndsWith('/'))
            {
                continue;
            }

            if (!taken.Add(entry.Member.Name) || members.Count >= MaxMembers)
            {
                throw new UnsafeZipException(
                    zip,
                    members.Count >= MaxMembers
                        ? "it has too many members."
                        : $"two members are called \"{entry.Member.Name}\" (ignoring case).");
            }

            members.Add(entry.Member);
        }

        return
        [
            .. WithEnds(zip, members, directoryAt).Where(member => !member.Name.StartsWith(AppleFolder, StringComparison.Ordinal)),
        ];
    }

    private static string? Fault(ZipEntry entry, long directoryAt)
    {
        ZipMember member = entry.Member;
        int kind = entry.UnixMode & KindMask;
        return !IsSafe(member.Name) ? "would be written outside the folder"
            : kind is not (0 or RegularFile or Folder) ? "is a link or a device"
            : entry.IsEncrypted ? "is encrypted"
            : entry.Method is not (0 or 8) ? $"uses compression method {entry.Method}, which is not supported"
            : member.PackedBytes > directoryAt || member.HeaderAt > directoryAt - member.PackedBytes ? "would be outside the zip"
            : member.Bytes > MaxMemberBytes || member.Bytes > (member.PackedBytes * MaxRatio) + SmallBytes
                ? $"would grow from {member.PackedBytes} to {member.Bytes} bytes"
            : entry.Method == 0 && member.Bytes != member.PackedBytes ? "has contradictory sizes"
            : null;
    }

    /// <summary>Whether the name is inside the folder, and the same on every system.</summary>
    private static bool IsSafe(string name) =>
        name.Length > 0
        && !name.StartsWith('/')
        && ClipId.MakeSafe(name) == name.TrimEnd('/')
        && !name.Contains("//", StringComparison.Ordinal);

    /// <summary>Rejects members that share bytes: that is how a small zip unpacks to a huge one.</summary>
    private static IEnumerable<ZipMember> WithEnds(string zip, List<ZipMember> members, long directoryAt)
    {
        ZipMember[] inOrder = [.. members.OrderBy(member => member.HeaderAt)];
        for (int i = 0; i < inOrder.Length; i++)
        {
            long next = i + 1 < inOrder.Length ? inOrder[i + 1].HeaderAt : directoryAt;
            yield return inOrder[i].HeaderAt + inOrder[i].PackedBytes < next
                ? inOrder[i] with { EndsBefore = next }
                : throw new UnsafeZipException(zip, $"the member \"{inOrder[i].Name}\" shares its bytes with another.");
        }
    }
}
