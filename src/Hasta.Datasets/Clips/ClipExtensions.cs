namespace Hasta.Datasets.Clips;

/// <summary>The file extensions that are recognized as clips; no image or audio formats.</summary>
internal static class ClipExtensions
{
    private static readonly string[] Ambiguous = [".gif", ".ts"];

    /// <summary>In lower case. ffmpeg decodes the videos; .pose files contain landmarks.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ".mp4", ".m4v", ".mov", ".qt", ".avi", ".webm", ".mkv", ".3gp", ".3gpp", ".3g2", ".wmv", ".asf", ".mts", ".m2ts", ".m2t", ".ts",
        ".mpg", ".mpeg", ".mpe", ".m2v", ".vob", ".mod", ".tod", ".flv", ".f4v", ".ogv", ".ogm", ".mxf", ".dv", ".divx", ".rm", ".rmvb",
        ".nut", ".mjpeg", ".mjpg", ".y4m", ".h264", ".h265", ".hevc", ".gif", ".pose",
    ];

    /// <summary>Whether the file is a clip, judged by its extension, ignoring case.</summary>
    public static bool IsClip(string path) => Has(All, path);

    /// <summary>Whether other files (previews, TypeScript) use the same extension: such files do not determine a folder's layout.</summary>
    internal static bool IsAmbiguous(string path) => Has(Ambiguous, path);

    private static bool Has(IEnumerable<string> extensions, string path) =>
        extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
