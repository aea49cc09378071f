using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hasta.Landmarks.IO;

/// <summary>A file that appears whole or not at all: written beside its place, fsynced and renamed by <see cref="Commit"/>, else removed.</summary>
internal sealed partial class PendingFile : IDisposable
{
    private readonly string target;
    private FileStream stream;

    /// <summary>Creates the folder where needed.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public PendingFile(string path)
    {
        target = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        Path = $"{target}.{Environment.ProcessId}-{Guid.NewGuid():N}{AtomicFile.TemporaryExtension}";
        stream = new FileStream(Path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        AppDomain.CurrentDomain.ProcessExit += RemoveOnExit;
    }

    /// <summary>Where the bytes are until they are committed.</summary>
    public string Path { get; }

    public Stream Stream => stream;

    /// <summary>Removes what processes that were killed while they wrote this file, or one named after it, have left beside it.</summary>
    public static void RemoveLeftovers(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        RemoveLeftovers(System.IO.Path.GetDirectoryName(full)!, recurses: false, file => file.FullName.StartsWith(full + ".", StringComparison.Ordinal));
    }

    /// <summary>Removes what killed processes have left of any file in a folder.</summary>
    public static void RemoveLeftoversIn(string folder) => RemoveLeftovers(folder, recurses: false, _ => true);

    /// <summary>In the folders below it too, but through no link: those lead to somebody else's files.</summary>
    public static void RemoveLeftoversBelow(string folder) => RemoveLeftovers(folder, recurses: true, _ => true);

    /// <summary>The name that the user gave, wherever a text names the file that is written in its stead.</summary>
    public static string NameTarget(string text) => Mark().Replace(text, string.Empty);

    /// <summary>Lets go of the file until <see cref="Commit"/>, so that a child process can write it by its <see cref="Path"/>.</summary>
    public void LendToChild() => stream.Dispose();

    /// <summary>Brings all bytes to the disk, so that <see cref="Commit"/> has no more to do than rename.</summary>
    /// <exception cref="IOException">The disk is full; the old file is untouched.</exception>
    public void Flush()
    {
        stream = stream.CanWrite ? stream : new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Replaces the target in one step; the last call before <see cref="Dispose"/>.</summary>
    /// <exception cref="IOException">The disk is full; the old file is untouched.</exception>
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
            // Bytes in its buffer have no room on the disk. They are not wanted: Commit has flushed, or the file goes.
        }

        File.Delete(Path);
    }

    /// <summary>A user who stops twice does not wait for <see cref="Dispose"/>.</summary>
    private void RemoveOnExit(object? sender, EventArgs args)
    {
        try
        {
            File.Delete(Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next run removes it.
        }
    }

    private static void RemoveLeftovers(string folder, bool recurses, Predicate<FileInfo> isWanted)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = recurses, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (FileInfo file in new DirectoryInfo(folder) is { Exists: true } there ? there.EnumerateFiles("*" + AtomicFile.TemporaryExtension, options) : [])
        {
            Match mark = Mark().Match(file.Name);
            bool isLeftover = mark.Success && mark.Index > 0 && mark.Index + mark.Length == file.Name.Length && !IsRunning(int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture));
            if (isLeftover && isWanted(file))
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

    /// <summary>A process of another machine that shares the folder may have it open.</summary>
    private static void RemoveUnlessOpen(FileInfo file)
    {
        try
        {
            using FileStream alone = file.Open(FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            file.Delete();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is in use, gone by now, or somebody else's: none of these is in the way of the file that is to be written.
        }
    }

    [GeneratedRegex(@"(?:\.confidence)?\.(\d{1,9})-[0-9a-f]{32}\.partial")]
    private static partial Regex Mark();
}
