using System;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Lets the output copy of an ELF library load although the system's libstdc++ lacks one symbol version that it asks for:
/// sets VER_FLG_WEAK on that one verneed entry. See docs/decisions/0001-weak-glibcxx-version.md.
/// </summary>
public sealed class WeakenSymbolVersion : Task
{
    private const uint SectionTypeVerneed = 0x6ffffffe;
    private const ushort Weak = 2;

    [Required]
    public string Library { get; set; }

    [Required]
    public string Version { get; set; }

    [Required]
    public ITaskItem[] SystemLibraries { get; set; }

    public override bool Execute()
    {
        foreach (ITaskItem system in SystemLibraries)
        {
            if (Contains(File.ReadAllBytes(system.ItemSpec), Version))
            {
                return true;
            }
        }

        byte[] elf = File.ReadAllBytes(Library);
        if (elf.Length < 64 || elf[0] != 0x7f || elf[1] != 'E' || elf[4] != 2 || elf[5] != 1)
        {
            Log.LogError("{0} is not a 64-bit little-endian ELF library.", Library);
            return false;
        }

        int flags = FindFlags(elf);
        if (flags < 0)
        {
            Log.LogMessage(MessageImportance.Normal, "{0} does not ask for {1}.", Library, Version);
            return true;
        }

        if ((elf[flags] & Weak) == 0)
        {
            elf[flags] |= (byte)Weak;
            string temporary = Library + ".weakened";
            File.WriteAllBytes(temporary, elf);
            // The same size and time stamp as the package's file: an incremental build then leaves the copy alone.
            File.SetLastWriteTimeUtc(temporary, File.GetLastWriteTimeUtc(Library));
            File.Delete(Library);
            File.Move(temporary, Library);
            Log.LogMessage(MessageImportance.High, "  {0}: {1} made optional (this system's libstdc++ lacks it).", Path.GetFileName(Library), Version);
        }

        return true;
    }

    /// <summary>Walks the section headers to .gnu.version_r and its entries; the offset of vna_flags, or -1.</summary>
    private int FindFlags(byte[] elf)
    {
        long sections = BitConverter.ToInt64(elf, 0x28);
        int size = BitConverter.ToUInt16(elf, 0x3a);
        int count = BitConverter.ToUInt16(elf, 0x3c);
        for (int i = 0; i < count; i++)
        {
            int header = checked((int)(sections + ((long)i * size)));
            if (BitConverter.ToUInt32(elf, header + 4) == SectionTypeVerneed)
            {
                int strings = checked((int)(sections + ((long)BitConverter.ToUInt32(elf, header + 0x28) * size)));
                return FindEntry(elf, checked((int)BitConverter.ToInt64(elf, header + 0x18)), checked((int)BitConverter.ToInt64(elf, strings + 0x18)));
            }
        }

        return -1;
    }

    private int FindEntry(byte[] elf, int need, int strings)
    {
        while (true)
        {
            int entry = checked(need + (int)BitConverter.ToUInt32(elf, need + 8));
            for (int i = BitConverter.ToUInt16(elf, need + 2); i > 0; i--)
            {
                if (NameAt(elf, checked(strings + (int)BitConverter.ToUInt32(elf, entry + 8))) == Version)
                {
                    return entry + 4;
                }

                entry = checked(entry + (int)BitConverter.ToUInt32(elf, entry + 12));
            }

            int next = (int)BitConverter.ToUInt32(elf, need + 12);
            if (next == 0)
            {
                return -1;
            }

            need = checked(need + next);
        }
    }

    private static string NameAt(byte[] elf, int offset) =>
        Encoding.ASCII.GetString(elf, offset, Array.IndexOf(elf, (byte)0, offset) - offset);

    private static bool Contains(byte[] bytes, string text)
    {
        byte[] wanted = Encoding.ASCII.GetBytes(text + "\0");
        for (int i = Array.IndexOf(bytes, wanted[0]); i >= 0 && i + wanted.Length <= bytes.Length; i = Array.IndexOf(bytes, wanted[0], i + 1))
        {
            int j = 1;
            while (j < wanted.Length && bytes[i + j] == wanted[j])
            {
                j++;
            }

            if (j == wanted.Length)
            {
                return true;
            }
        }

        return false;
    }
}
