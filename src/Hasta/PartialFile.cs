namespace Hasta;

/// <summary>A file that appears whole or not at all: written beside its place, fsynced and renamed by <see cref="Commit"/>, else removed.</summary>
public sealed class PartialFile : IDisposable
{
    private readonly string target;
    private FileStream stream;

    /// <summary>Creates the folder where needed.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public PartialFile(string path)
    {
        target = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        Path = $"{target}.{Environment.ProcessId}-{Guid.NewGuid():N}{AtomicFile.TemporaryExtension}";
        stream = new FileStream(Path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>Where the bytes are until they are committed.</summary>
    public string Path { get; }

    public Stream Stream => stream;

    /// <summary>Lets go of the file until <see cref="Commit"/>, so that a child process can write it by its <see cref="Path"/>.</summary>
    public void LendToChild() => stream.Dispose();

    /// <summary>Replaces the target in one step; the last call before <see cref="Dispose"/>.</summary>
    /// <exception cref="IOException">The disk is full; the old file is untouched.</exception>
    public void Commit()
    {
        stream = stream.CanWrite ? stream : new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        stream.Flush(flushToDisk: true);
        stream.Dispose();
        File.Move(Path, target, overwrite: true);
    }

    public void Dispose()
    {
        stream.Dispose();
        File.Delete(Path);
    }
}
