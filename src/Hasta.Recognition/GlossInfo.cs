namespace Hasta.Recognition;

/// <summary>How to show a gloss to people. From a list of 300 everyday ISL words that ships with the library.</summary>
/// <param name="Gloss">The gloss as data sets write it, such as "Thankyou".</param>
/// <param name="Display">The gloss as English text, such as "Thank you".</param>
/// <param name="English">Dictionary form, with the meaning in parentheses if the word has several, such as "mean (unkind)".</param>
/// <param name="Hindi">
/// Hindi in Devanagari. Compared with public dictionaries (docs/glosses.md), not reviewed by an interpreter or a deaf signer.
/// </param>
/// <param name="Category">A category of INCLUDE, such as "Greetings", or "Other".</param>
public sealed record GlossInfo(string Gloss, string Display, string English, string Hindi, string Category)
{
    private const int Columns = 5;

    private static readonly Lazy<IReadOnlyDictionary<string, GlossInfo>> List = new(Read);

    /// <param name="gloss">A gloss in any case.</param>
    /// <returns>Null for a gloss that is not on the list.</returns>
    public static GlossInfo? Find(string gloss) => List.Value.GetValueOrDefault(gloss);

    /// <returns><see cref="Display"/>, or the gloss itself if it is not on the list.</returns>
    public static string DisplayOf(string gloss) => Find(gloss)?.Display ?? gloss;

    private static Dictionary<string, GlossInfo> Read()
    {
        using Stream stream = typeof(GlossInfo).Assembly.GetManifestResourceStream("glosses.csv")!;
        using var reader = new StreamReader(stream);
        var glosses = new Dictionary<string, GlossInfo>(StringComparer.OrdinalIgnoreCase);
        reader.ReadLine(); // the header
        while (reader.ReadLine() is { } line)
        {
            string[] row = line.Split(',', Columns); // no field has a comma
            glosses.Add(row[0], new GlossInfo(row[0], row[1], row[2], row[3], row[4]));
        }

        return glosses;
    }
}
