namespace Hasta.Landmarks.IO;

/// <summary>
/// Replaces a folder of files so that at any moment either it or the previous one, under <see cref="Previous"/>, is complete. A folder that
/// was not created by a save is left alone.
/// </summary>
internal static class AtomicFolder
{
    private static readonly string[] Extensions = [".safetensors", ".onnx", ".json", ".csv", AtomicFile.TemporaryExtension];

    /// <summary>Path of the old folder between two renames; a killed process may leave it there.</summary>
    public static string Previous(string folder) => folder + ".previous";

    /// <exception cref="IOException">
    /// The disk is full or cannot be written; the old folder is unchanged and nothing is left of the new one.
    /// </exception>
    /// <exception cref="BadFileException">One of the paths is a link, or a folder that was not created by a save.</exception>
    public static void Replace(string folder, Action<string> write)
    {
        string temporary = folder + AtomicFile.TemporaryExtension;
        RequireOwn(folder, temporary, Previous(folder));
        DeleteIfExists(temporary);
        try
        {
            Directory.CreateDirectory(temporary);
            write(temporary);
        }
        catch
        {
            DeleteIfExists(temporary);
            throw;
        }

        if (Directory.Exists(folder))
        {
            DeleteIfExists(Previous(folder));
            Directory.Move(folder, Previous(folder));
        }

        Directory.Move(temporary, folder);
        DeleteIfExists(Previous(folder));
    }

    /// <summary>Whether a folder contains only what saves write; a killed save may leave an empty one.</summary>
    public static bool IsOwn(string folder) =>
        new DirectoryInfo(folder) is { LinkTarget: null } info
        && info.EnumerateFileSystemInfos().All(entry => entry is FileInfo && Extensions.Contains(entry.Extension));

    private static void RequireOwn(params string[] folders)
    {
        if (folders.FirstOrDefault(folder => Directory.Exists(folder) && !IsOwn(folder)) is { } foreign)
        {
            throw new BadFileException(
                foreign,
                "a checkpoint would replace this folder, which was not created by a save.",
                "Move it away, or choose another --out.");
        }
    }

    private static void DeleteIfExists(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
