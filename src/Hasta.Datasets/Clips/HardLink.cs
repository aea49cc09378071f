using System.Runtime.InteropServices;
using Hasta.Landmarks.IO;

namespace Hasta.Datasets.Clips;

/// <summary>Creates hard links.</summary>
internal static partial class HardLink
{
    /// <summary>
    /// Creates the folder if needed and replaces an existing file; copies if the file system does not support the link (another disk, FAT).
    /// </summary>
    /// <exception cref="IOException">The disk is full or not writable.</exception>
    public static void Create(string existing, string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(name)!);
        File.Delete(name);
        bool linked = OperatingSystem.IsWindows() ? CreateHardLink(name, existing, 0) : Link(existing, name) == 0;
        if (!linked)
        {
            AtomicFile.Write(name, stream =>
            {
                using FileStream source = InputFile.Open(existing);
                source.CopyTo(stream);
            });
        }
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);

    [LibraryImport("kernel32", EntryPoint = "CreateHardLinkW", StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateHardLink(string name, string existing, nint security);
}
