using Hasta.Landmarks.Text;

namespace Hasta.Recognition.Models;

/// <summary>The glosses of a model, in the order of its logits.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> indices;

    /// <exception cref="ArgumentException">There are fewer than two glosses, or duplicates.</exception>
    public Vocabulary(IEnumerable<string> glosses)
    {
        // Glosses of an older model that differ only in Unicode normalization form stay separate.
        string[] given = [.. glosses];
        ILookup<string, string> forms = given.Distinct().ToLookup(NameText.Clean, StringComparer.Ordinal);
        Glosses = [.. given.Select(gloss => NameText.Clean(gloss) is var clean && forms[clean].Skip(1).Any() ? gloss : clean)];
        indices = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < Glosses.Count; i++)
        {
            if (!indices.TryAdd(Glosses[i], i))
            {
                throw new ArgumentException($"The gloss {Glosses[i]} is in the vocabulary twice.", nameof(glosses));
            }
        }

        if (Glosses.Count < 2)
        {
            throw new ArgumentException("A vocabulary needs at least two glosses.", nameof(glosses));
        }
    }

    public IReadOnlyList<string> Glosses { get; }

    public int Count => Glosses.Count;

    /// <returns>The index of the gloss's logit, or -1 if the gloss is not in the vocabulary.</returns>
    public int IndexOf(string gloss) => indices.GetValueOrDefault(gloss, -1);

    /// <param name="logits"><c>[gloss]</c>.</param>
    /// <returns>The gloss with the highest logit.</returns>
    public string BestOf(float[] logits) => Glosses[Array.IndexOf(logits, logits.Max())];
}
