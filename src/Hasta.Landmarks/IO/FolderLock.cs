using System.Runtime.InteropServices;

namespace Hasta.Landmarks.IO;

/// <summary>Allows one writer per folder, with a file that the operating system unlocks when its process ends, however it ends.</summary>
internal static class FolderLock
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;

    /// <param name="path">The lock file, in an existing folder.</param>
    /// <param name="refusal">Creates the error if another process holds the lock.</param>
    /// <returns>The lock, held until it is disposed.</returns>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
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
            throw new BadFileException(
                Path.GetDirectoryName(path)!,
                $"this folder cannot be written: {error.Message}",
                "Make it writable, or choose another.",
                error);
        }
    }

    private static bool IsHeld(IOException error) => error.HResult == (
        OperatingSystem.IsWindows() ? SharingViolation
        : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? WouldBlockOnMac
        : WouldBlockOnLinux);
}
