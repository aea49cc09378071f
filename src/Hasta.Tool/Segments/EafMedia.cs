using Hasta.Tool.Output;

namespace Hasta.Tool.Segments;

/// <summary>The video that an <see cref="EafFile"/> annotates.</summary>
/// <param name="Url">A file URL, with escapes.</param>
/// <param name="RelativeUrl">From the folder of the .eaf file, with slashes and, as ELAN itself writes it, without escapes.</param>
/// <param name="MimeType">As ELAN names it; <c>unknown</c> if ELAN has no name for it.</param>
internal sealed record EafMedia(string Url, string RelativeUrl, string MimeType)
{
    /// <param name="source">A video or a .pose file.</param>
    /// <param name="eaf">The file to write.</param>
    /// <returns>Null if the source is no video.</returns>
    public static EafMedia? Of(string source, string eaf)
    {
        if (ClipArguments.IsPose(source))
        {
            return null;
        }

        string full = Path.GetFullPath(source);
        string relative = WithSlashes(Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(eaf))!, full));
        string below = relative.StartsWith("../", StringComparison.Ordinal) ? "" : "./";
        return new EafMedia(UrlOf(full), XmlSafeText.Clean(below + relative), MimeTypeOf(source));
    }

    /// <summary>Escapes each part: a URL of the whole path would take # and ? in a name for a fragment and a query.</summary>
    private static string UrlOf(string fullPath)
    {
        string[] parts = WithSlashes(fullPath).TrimStart('/').Split('/');
        return $"file:///{string.Join('/', parts.Select((part, i) => i == 0 && part.EndsWith(':') ? part : Uri.EscapeDataString(part)))}";
    }

    private static string WithSlashes(string path) => path.Replace(Path.DirectorySeparatorChar, '/');

    private static string MimeTypeOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".MP4" or ".M4V" => "video/mp4",
        ".MPG" or ".MPEG" => "video/mpeg",
        ".MOV" => "video/quicktime",
        ".AVI" => "video/x-msvideo",
        _ => "unknown",
    };
}
