namespace Hasta;

/// <summary>Writes a whole file or nothing: temporary file beside the target, fsync, rename.</summary>
public static class AtomicFile
{
    /// <summary>The ending of files that a killed process may leave behind; readers ignore them.</summary>
    public const string TemporaryExtension = ".partial";

    /// <summary>Creates the folder where needed, then replaces <paramref name="path"/> in one step.</summary>
    /// <exception cref="IOException">The disk is full or the folder cannot be written; the old file is untouched.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string full = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        string temporary = $"{full}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}{TemporaryExtension}";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public static void WriteText(string path, string text) =>
        Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
}
