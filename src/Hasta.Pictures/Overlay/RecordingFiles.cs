using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;

namespace Hasta.Pictures.Overlay;

/// <summary>The files to write for a clip; at least one is set.</summary>
internal sealed record RecordingFiles
{
    /// <summary>The <c>.pose</c> file of landmarks.</summary>
    public string? Pose { get; init; }

    /// <summary>The frames with their skeleton: <c>.mp4</c>, or <c>.png</c> for a contact sheet.</summary>
    public string? Overlay { get; init; }

    /// <summary>The files that are set.</summary>
    public IEnumerable<string> All => new[] { Pose, Overlay }.OfType<string>();

    /// <param name="clip">Path of the clip, which must not be overwritten.</param>
    /// <exception cref="BadFileException">A path has the wrong extension, is a folder, or is the clip itself.</exception>
    /// <exception cref="ArgumentException">No file is set.</exception>
    public void Check(string clip)
    {
        if (!All.Any())
        {
            throw new ArgumentException("Neither Pose nor Overlay is set.");
        }

        CheckExtension(Pose, PoseFile.Extension);
        CheckExtension(Overlay, OverlayVideo.Extension, ContactSheet.Extension);
        foreach (string path in All)
        {
            CheckTarget(path, clip);
        }
    }

    internal static bool HasExtension(string path, string extension) =>
        Path.GetExtension(path).Equals(extension, StringComparison.OrdinalIgnoreCase);

    private static void CheckExtension(string? path, params string[] extensions)
    {
        if (path is not null && !extensions.Any(extension => HasExtension(path, extension)))
        {
            string kinds = string.Join(" or ", extensions);
            throw new BadFileException(path, $"this file must be {kinds}.", $"Use a name that ends in {kinds}.");
        }
    }

    private static void CheckTarget(string path, string clip)
    {
        if (Directory.Exists(path))
        {
            throw new BadFileException(path, "this is a folder.", "Give the path of a file in it.");
        }

        if (FinalPath(path) == FinalPath(clip))
        {
            throw new BadFileException(path, "this is the clip itself.", "Write to another file.");
        }
    }

    private static string FinalPath(string path) => new FileInfo(path) is { Exists: true } file
        ? file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName
        : Path.GetFullPath(path);
}
