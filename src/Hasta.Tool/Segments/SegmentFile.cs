using System.Text.Json;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;

namespace Hasta.Tool.Segments;

/// <summary>Writes segments in the format that the file's extension stands for: ELAN's .eaf, or .json.</summary>
internal static class SegmentFile
{
    private const string Elan = ".eaf";
    private const string Json = ".json";

    /// <param name="path">The file to write.</param>
    /// <param name="clip">The file that is read.</param>
    /// <param name="replaces">Whether an existing file is replaced.</param>
    /// <exception cref="BadFileException">The path has another extension, exists, is a folder, or is the clip itself.</exception>
    public static void Check(string path, string clip, bool replaces)
    {
        OutputFile.CheckExtension(path, Elan, Json);
        OutputFile.CheckTarget(path, clip);
        if (!replaces)
        {
            OutputFile.CheckNew(path, "Choose another name, or replace it with --force.");
        }
    }

    /// <summary>Writes the whole file or nothing.</summary>
    /// <exception cref="IOException">The file cannot be written; an existing file is unchanged.</exception>
    public static void Write(string path, SegmentList segments)
    {
        if (OutputFile.HasExtension(path, Elan))
        {
            EafFile.Write(path, segments, TimeProvider.System.GetLocalNow());
        }
        else
        {
            AtomicFile.WriteText(path, JsonSerializer.Serialize(SegmentJson.From(segments), StrictJson.Indented) + "\n");
        }
    }
}
