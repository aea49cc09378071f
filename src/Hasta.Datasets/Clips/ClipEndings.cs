namespace Hasta.Datasets.Clips;

/// <summary>The one list of file endings that are taken as clips; no pictures, no sound.</summary>
internal static class ClipEndings
{
    private static readonly string[] Ambiguous = [".gif", ".ts"];

    /// <summary>In lower case. ffmpeg decodes the videos; .pose files hold landmarks.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ".mp4", ".m4v", ".mov", ".qt", ".avi", ".webm", ".mkv", ".3gp", ".3gpp", ".3g2", ".wmv", ".asf", ".mts", ".m2ts", ".m2t", ".ts", ".mpg", ".mpeg", ".mpe", ".m2v",
        ".vob", ".mod", ".tod", ".flv", ".f4v", ".ogv", ".ogm", ".mxf", ".dv", ".divx", ".rm", ".rmvb", ".nut", ".mjpeg", ".mjpg", ".y4m", ".h264", ".h265", ".hevc", ".gif", ".pose",
    ];

    /// <summary>Whether the file is taken as a clip, by its ending in any case.</summary>
    public static bool IsClip(string path) => Has(All, path);

    /// <summary>An ending of other files too (previews, TypeScript): such files do not say how a folder is laid out.</summary>
    internal static bool IsAmbiguous(string path) => Has(Ambiguous, path);

    private static bool Has(IEnumerable<string> endings, string path) => endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
