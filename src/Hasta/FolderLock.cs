namespace Hasta;

/// <summary>One writer a folder: a file that the system unlocks by itself when its process ends, however it ends.</summary>
internal static class FolderLock
{
    /// <param name="path">The lock's file, in a folder that is there.</param>
    /// <param name="refusal">The error where another process holds it.</param>
    /// <returns>The lock, until it is disposed.</returns>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public static FileStream Take(string path, Func<IOException, HastaException> refusal)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error is not DirectoryNotFoundException)
        {
            throw refusal(error);
        }
    }
}
