namespace Hasta.Training.Evaluation.Strangers;

/// <summary>The answers of a model for the clips of one source that it was not trained on. A file per fold.</summary>
internal sealed record SourceFold
{
    /// <summary>The source left out.</summary>
    public required string Source { get; init; }

    public required int Seed { get; init; }

    /// <summary>Hash of everything that the answers depend on; a fold of other data or settings is computed again.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The model's vocabulary, in the order of the logits.</summary>
    public required IReadOnlyList<string> Glosses { get; init; }

    public required long Parameters { get; init; }

    public required double Seconds { get; init; }

    /// <summary>Known words, and words that no other source has.</summary>
    public required IReadOnlyList<FoldAnswer> Answers { get; init; }

    /// <summary>Answers for clips of words in the model's vocabulary.</summary>
    internal IEnumerable<FoldAnswer> Known => Answers.Where(answer => IndexOf(answer.Gloss) >= 0);

    /// <returns>The gloss's place among the logits, or -1.</returns>
    internal int IndexOf(string gloss)
    {
        for (int i = 0; i < Glosses.Count; i++)
        {
            if (Glosses[i] == gloss)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The fold with the known clips of these words alone; unknown words stay.</summary>
    internal SourceFold Only(IReadOnlySet<string> words) =>
        this with { Answers = [.. Answers.Where(answer => IndexOf(answer.Gloss) < 0 || words.Contains(answer.Gloss))] };
}
