namespace Hasta.Models;

/// <summary>Replaces a folder so that at any moment it, or the one before under <see cref="Previous"/>, is whole.</summary>
public static class WholeFolder
{
    /// <summary>Where the old folder stands for the moment between two renames; a kill may leave it there.</summary>
    public static string Previous(string folder) => folder + ".previous";

    /// <exception cref="IOException">The disk is full or cannot be written; the old folder is untouched and nothing is left of the new one.</exception>
    public static void Replace(string folder, Action<string> write)
    {
        string fresh = folder + AtomicFile.TemporaryExtension;
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

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
