using System.CommandLine;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;

namespace Hasta.Tool.Live;

/// <summary>The command-line option for a page about the stream.</summary>
internal static class LiveReportOption
{
    public static Option<string?> Report { get; } = new("--report")
    {
        Description = "An .html file to write when the stream ends: a time line of the signs, and a table.",
        HelpName = "FILE",
    };

    /// <returns>Null if none is asked for.</returns>
    /// <exception cref="BadFileException">The file exists, is a folder, or has another extension.</exception>
    public static string? PathOf(ParseResult parsed)
    {
        if (parsed.GetValue(Report) is { } path)
        {
            OutputFile.CheckExtension(path, ".html", ".htm");
            OutputFile.CheckNew(path, "Choose another name.");
            return path;
        }

        return null;
    }
}
