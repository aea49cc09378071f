using Hasta.Landmarks.Text;

namespace Hasta.Recognition.Models;

/// <summary>The glosses a model knows, in the order of its logits.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> indices;

    /// <exception cref="ArgumentException">Fewer than two glosses, or one twice.</exception>
    public Vocabulary(IEnumerable<string> glosses)
    {
        // Two glosses of an older model that differ in Unicode form alone stay two.
        string[] given = [.. glosses];
        ILookup<string, string> forms = given.Distinct().ToLookup(NameText.Clean, StringComparer.Ordinal);
        Glosses = [.. given.Select(gloss => NameText.Clean(gloss) is var clean && forms[clean].Skip(1).Any() ? gloss : clean)];
        indices = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < Glosses.Count; i++)
        {
            if (!indices.TryAdd(Glosses[i], i))
            {
                throw new ArgumentException($"The gloss {Glosses[i]} stands twice in the vocabulary.", nameof(glosses));
            }
        }

        if (Glosses.Count < 2)
        {
            throw new ArgumentException("A vocabulary needs at least two glosses.", nameof(glosses));
        }
    }

    public IReadOnlyList<string> Glosses { get; }

    public int Count => Glosses.Count;

    /// <returns>The gloss's place among the logits, or -1 where the model does not know it.</returns>
    public int IndexOf(string gloss) => indices.GetValueOrDefault(gloss, -1);
}
