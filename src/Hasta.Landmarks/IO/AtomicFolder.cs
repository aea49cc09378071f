namespace Hasta.Landmarks.IO;

/// <summary>Replaces a folder of files so that at any moment it, or the one before under <see cref="Previous"/>, is whole. A folder that no save made is left alone.</summary>
internal static class AtomicFolder
{
    private static readonly string[] Endings = [".safetensors", ".onnx", ".json", ".csv", AtomicFile.TemporaryExtension];

    /// <summary>Where the old folder stands for the moment between two renames; a kill may leave it there.</summary>
    public static string Previous(string folder) => folder + ".previous";

    /// <exception cref="IOException">The disk is full or cannot be written; the old folder is untouched and nothing is left of the new one.</exception>
    /// <exception cref="BadFileException">A folder that no save made, or a link, is in the way.</exception>
    public static void Replace(string folder, Action<string> write)
    {
        string fresh = folder + AtomicFile.TemporaryExtension;
        RequireOwn(folder, fresh, Previous(folder));
        DeleteIfThere(fresh);
        try
        {
            Directory.CreateDirectory(fresh);
            write(fresh);
        }
        catch
        {
            DeleteIfThere(fresh);
            throw;
        }

        if (Directory.Exists(folder))
        {
            DeleteIfThere(Previous(folder));
            Directory.Move(folder, Previous(folder));
        }

        Directory.Move(fresh, folder);
        DeleteIfThere(Previous(folder));
    }

    /// <summary>Whether a folder holds only what saves write; an empty one is what a killed save may leave.</summary>
    public static bool IsOwn(string folder) =>
        new DirectoryInfo(folder) is { LinkTarget: null } there && there.EnumerateFileSystemInfos().All(entry => entry is FileInfo && Endings.Contains(entry.Extension));

    private static void RequireOwn(params string[] folders)
    {
        if (folders.FirstOrDefault(folder => Directory.Exists(folder) && !IsOwn(folder)) is { } foreign)
        {
            throw new BadFileException(foreign, "this folder is in the way of a checkpoint, and no save made it.", "Move it away, or choose another --out.");
        }
    }

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
