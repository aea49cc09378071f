using System.Text.RegularExpressions;
using Hasta.TestKit;

namespace Hasta.Page.Tests.Pages;

/// <summary>The texts of the page in one language, by their keys in text.ts: its wording may change, and is translated.</summary>
/// <param name="Language">en or hi.</param>
internal sealed partial record PageText(string Language)
{
    private static readonly IReadOnlyDictionary<string, string>[] Tables = Read();

    /// <param name="key">Such as <c>start</c>.</param>
    /// <param name="value">What replaces {0}.</param>
    public string this[string key, object? value = null] =>
        Tables[Language == "hi" ? 1 : 0][key].Replace("{0}", value?.ToString() ?? "{0}", StringComparison.Ordinal);

    /// <summary>The text with anything in the place of {0}.</summary>
    public Regex Pattern(string key) =>
        new(string.Join(".*", this[key].Split("{0}").Select(Regex.Escape)).Replace(@"\ ", @"\s", StringComparison.Ordinal));

    /// <summary>English first.</summary>
    private static IReadOnlyDictionary<string, string>[] Read()
    {
        string source = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "src/Hasta.Web/Client/app/text.ts"));
        int second = source.IndexOf("export const hindi", StringComparison.Ordinal);
        return [Parse(source[..second]), Parse(source[second..])];
    }

    private static Dictionary<string, string> Parse(string table)
    {
        var texts = new Dictionary<string, string>();
        foreach (Match entry in Entry().Matches(table))
        {
            texts.TryAdd(entry.Groups["key"].Value, entry.Groups["text"].Value);
        }

        return texts;
    }

    [GeneratedRegex("""(?<key>\w+):\s*"(?<text>[^"]*)"[,\s]""")]
    private static partial Regex Entry();
}
