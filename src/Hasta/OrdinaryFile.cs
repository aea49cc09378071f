namespace Hasta;

/// <summary>Tells files from pipes, which would be waited for until somebody writes to them.</summary>
internal static class OrdinaryFile
{
    /// <exception cref="BadFileException">A pipe, which could be read once only.</exception>
    public static void Check(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: 0 } && IsPipe(path))
        {
            throw new BadFileException(path, "this is a pipe.", "Save what it gives to a file first, and name that.");
        }
    }

    /// <summary>For writing too, since a pipe that is opened for reading alone waits for a writer.</summary>
    private static bool IsPipe(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return !stream.CanSeek;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false; // whoever reads it tells why it cannot be opened
        }
    }
}
