using System.Text.RegularExpressions;
using Hasta.TestKit;

namespace Hasta.Page.Tests.Pages;

/// <summary>The texts of the page in one language, by their keys in text.ts: its wording may change, and is translated.</summary>
/// <param name="Language">en or hi.</param>
internal sealed partial record PageText(string Language)
{
    private static readonly Dictionary<string, string[]> Texts = Read();

    /// <param name="key">Such as <c>start</c>.</param>
    /// <param name="value">What replaces {0}.</param>
    public string this[string key, object? value = null] =>
        Texts[key][Language == "hi" ? 1 : 0].Replace("{0}", value?.ToString() ?? "{0}", StringComparison.Ordinal);

    /// <summary>The text with anything in the place of {0}.</summary>
    public Regex Pattern(string key) =>
        new(string.Join(".*", this[key].Split("{0}").Select(Regex.Escape)).Replace(@"\ ", @"\s", StringComparison.Ordinal));

    /// <summary>Lines such as <c>start: ["Start the camera", "कैमरा चालू करें"]</c>; long texts are joined with +.</summary>
    private static Dictionary<string, string[]> Read()
    {
        string source = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "src/Hasta.Web/Client/app/text.ts"));
        return Entry().Matches(Joint().Replace(source, "")).ToDictionary(
            entry => entry.Groups["key"].Value,
            entry => new[] { entry.Groups["english"].Value, entry.Groups["hindi"].Value });
    }

    [GeneratedRegex("""(?<key>\w+):\s*\[\s*"(?<english>[^"]*)",\s*"(?<hindi>[^"]*)"\s*\]""")]
    private static partial Regex Entry();

    [GeneratedRegex("\"\\s*\\+\\s*\"")]
    private static partial Regex Joint();
}
