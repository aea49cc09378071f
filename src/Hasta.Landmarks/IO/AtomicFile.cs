namespace Hasta.Landmarks.IO;

/// <summary>Writes a whole file or nothing: temporary file next to the target, fsync, rename.</summary>
internal static class AtomicFile
{
    /// <summary>Extension of files that a killed process may leave behind; readers ignore them.</summary>
    public const string TemporaryExtension = ".partial";

    /// <summary>Creates the folder if needed, then replaces <paramref name="path"/> atomically.</summary>
    /// <exception cref="IOException">The disk is full or the folder cannot be written; the old file is unchanged.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        using var file = new PendingFile(path);
        write(file.Stream);
        file.Commit();
    }

    public static void WriteText(string path, string text) =>
        Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
}
