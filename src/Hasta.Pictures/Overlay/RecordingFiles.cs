using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;

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

        if (Pose is not null)
        {
            OutputFile.CheckExtension(Pose, PoseFile.Extension);
        }

        if (Overlay is not null)
        {
            OutputFile.CheckExtension(Overlay, OverlayVideo.Extension, ContactSheet.Extension);
        }

        foreach (string path in All)
        {
            OutputFile.CheckTarget(path, clip);
        }
    }
}
