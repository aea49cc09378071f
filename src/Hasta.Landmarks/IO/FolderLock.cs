using System.Runtime.InteropServices;

namespace Hasta.Landmarks.IO;

/// <summary>One writer per folder: a file that the system unlocks by itself when its process ends, however it ends.</summary>
internal static class FolderLock
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;

    /// <param name="path">The lock's file, in a folder that is there.</param>
    /// <param name="refusal">The error where another process holds it.</param>
    /// <returns>The lock, until it is disposed.</returns>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    /// <exception cref="BadFileException">The folder cannot be written.</exception>
    public static FileStream Take(string path, Func<IOException, HastaException> refusal)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (IsHeld(error))
        {
            throw refusal(error);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException and not DirectoryNotFoundException)
        {
            throw new BadFileException(Path.GetDirectoryName(path)!, $"this folder cannot be written: {error.Message}", "Make it writable, or choose another.", error);
        }
    }

    private static bool IsHeld(IOException error) => error.HResult == (
        OperatingSystem.IsWindows() ? SharingViolation
        : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? WouldBlockOnMac
        : WouldBlockOnLinux);
}
