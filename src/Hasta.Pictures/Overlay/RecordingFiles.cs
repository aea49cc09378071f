using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;

namespace Hasta.Pictures.Overlay;

/// <summary>What is written of a clip; at least one of the two.</summary>
internal sealed record RecordingFiles
{
    /// <summary>Landmarks, <c>.pose</c>.</summary>
    public string? Pose { get; init; }

    /// <summary>The skeleton over the picture: <c>.mp4</c>, or <c>.png</c> for a contact sheet.</summary>
    public string? Overlay { get; init; }

    /// <summary>Those that are wanted.</summary>
    public IEnumerable<string> All => new[] { Pose, Overlay }.OfType<string>();

    /// <param name="clip">Path of the clip, which must not be overwritten.</param>
    /// <exception cref="BadFileException">A wrong extension, a folder, or the clip itself.</exception>
    /// <exception cref="ArgumentException">Nothing is wanted.</exception>
    public void Check(string clip)
    {
        if (!All.Any())
        {
            throw new ArgumentException("Neither landmarks nor an overlay are wanted.");
        }

        CheckExtension(Pose, PoseFile.Extension);
        CheckExtension(Overlay, OverlayVideo.Extension, ContactSheet.Extension);
        foreach (string path in All)
        {
            CheckPlace(path, clip);
        }
    }

    internal static bool HasExtension(string path, string extension) => Path.GetExtension(path).Equals(extension, StringComparison.OrdinalIgnoreCase);

    private static void CheckExtension(string? path, params string[] extensions)
    {
        if (path is not null && !extensions.Any(extension => HasExtension(path, extension)))
        {
            string kinds = string.Join(" or ", extensions);
            throw new BadFileException(path, $"what is written here is {kinds}.", $"Give it a name that ends in {kinds}.");
        }
    }

    private static void CheckPlace(string path, string clip)
    {
        if (Directory.Exists(path))
        {
            throw new BadFileException(path, "this is a folder.", "Name a file in it.");
        }

        if (Real(path) == Real(clip))
        {
            throw new BadFileException(path, "this is the clip itself.", "Write to another file.");
        }
    }

    private static string Real(string path) => new FileInfo(path) is { Exists: true } file ? file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName : Path.GetFullPath(path);
}
