using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hasta.Landmarks.IO;

/// <summary>
/// A file that appears complete or not at all: written next to its target, fsynced and renamed by <see cref="Commit"/>, or else deleted.
/// </summary>
internal sealed partial class PendingFile : IDisposable
{
    private readonly string target;
    private FileStream stream;

    /// <summary>Creates the folder if needed.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public PendingFile(string path)
    {
        target = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        Path = $"{target}.{Environment.ProcessId}-{Guid.NewGuid():N}{AtomicFile.TemporaryExtension}";
        stream = new FileStream(Path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        AppDomain.CurrentDomain.ProcessExit += RemoveOnExit;
    }

    /// <summary>The temporary file that contains the bytes until they are committed.</summary>
    public string Path { get; }

    public Stream Stream => stream;

    /// <summary>Deletes temporary files left by processes that were killed while writing this file or one named after it.</summary>
    public static void RemoveLeftovers(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        string folder = System.IO.Path.GetDirectoryName(full)!;
        RemoveLeftovers(folder, recurses: false, file => file.FullName.StartsWith(full + ".", StringComparison.Ordinal));
    }

    /// <summary>Deletes temporary files left by killed processes in a folder.</summary>
    public static void RemoveLeftoversIn(string folder) => RemoveLeftovers(folder, recurses: false, _ => true);

    /// <summary>Includes subfolders, but does not follow links, which may point to someone else's files.</summary>
    public static void RemoveLeftoversBelow(string folder) => RemoveLeftovers(folder, recurses: true, _ => true);

    /// <summary>Replaces the name of a temporary file in a text by the name that the user gave.</summary>
    public static string NameTarget(string text) => Mark().Replace(text, string.Empty);

    /// <summary>Closes the file until <see cref="Commit"/>, so that a child process can write to its <see cref="Path"/>.</summary>
    public void ReleaseToChild() => stream.Dispose();

    /// <summary>Flushes all bytes to disk, so that <see cref="Commit"/> only has to rename.</summary>
    /// <exception cref="IOException">The disk is full; the old file is unchanged.</exception>
    public void Flush()
    {
        stream = stream.CanWrite ? stream : new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Replaces the target atomically; the last call before <see cref="Dispose"/>.</summary>
    /// <exception cref="IOException">The disk is full; the old file is unchanged.</exception>
    public void Commit()
    {
        Flush();
        stream.Dispose();
        File.Move(Path, target, overwrite: true);
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= RemoveOnExit;
        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // The disk has no room for buffered bytes. They are not needed: Commit has flushed, or the file is deleted.
        }

        File.Delete(Path);
    }

    /// <summary>A user who cancels twice does not wait for <see cref="Dispose"/>.</summary>
    private void RemoveOnExit(object? sender, EventArgs args)
    {
        try
        {
            File.Delete(Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next invocation deletes it.
        }
    }

    private static void RemoveLeftovers(string folder, bool recurses, Predicate<FileInfo> matches)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = recurses, AttributesToSkip = FileAttributes.ReparsePoint };
        var directory = new DirectoryInfo(folder);
        foreach (FileInfo file in directory.Exists ? directory.EnumerateFiles("*" + AtomicFile.TemporaryExtension, options) : [])
        {
            Match mark = Mark().Match(file.Name);
            bool isLeftover = mark.Success
                && mark.Index > 0
                && mark.Index + mark.Length == file.Name.Length
                && !IsRunning(int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture));
            if (isLeftover && matches(file))
            {
                RemoveUnlessOpen(file);
            }
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var running = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A process on another machine that shares the folder may have it open.</summary>
    private static void RemoveUnlessOpen(FileInfo file)
    {
        try
        {
            using FileStream exclusive = file.Open(FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            file.Delete();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is in use, already deleted, or owned by someone else. None of these prevents writing the new file.
        }
    }

    [GeneratedRegex(@"(?:\.confidence)?\.(\d{1,9})-[0-9a-f]{32}\.partial")]
    private static partial Regex Mark();
}
