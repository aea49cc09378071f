using System.Text.Json;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Leakage;

/// <summary><c>leaks.csv</c>: kind, gloss, clip, part, other_clip, other_part; one line per pair.</summary>
internal static class LeakFile
{
    public const string Name = "leaks.csv";

    private const string Header = "kind,gloss,clip,part,other_clip,other_part";

    /// <summary>Replaces the list in the folder; removes it if there are no leaks.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string folder, IReadOnlyList<Leak> leaks)
    {
        string path = Path.Combine(folder, Name);
        if (leaks.Count == 0)
        {
            DeleteOwn(path);
            return;
        }

        AtomicFile.Write(path, stream => SpreadsheetCsv.Write(stream, leaks.Select(leak => new
        {
            kind = NameOf(leak.Kind),
            gloss = leak.Second.Gloss,
            clip = leak.First.Clip,
            part = leak.First.Set,
            other_clip = leak.Second.Clip,
            other_part = leak.Second.Set,
        })));
    }

    /// <summary>Keeps a file of the same name that was not written by Hasta.</summary>
    private static void DeleteOwn(string path)
    {
        if (File.Exists(path) && StrictText.ReadLines(path).FirstOrDefault() == Header)
        {
            File.Delete(path);
        }
    }

    /// <summary>The name used in files, such as "nearTake".</summary>
    public static string NameOf(LeakKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
