namespace Hasta.Training.Evaluation;

/// <summary>How one clip came out.</summary>
internal sealed record ClipVerdict
{
    /// <summary>The clip's id.</summary>
    public required string Clip { get; init; }

    /// <summary>The true gloss.</summary>
    public required string Gloss { get; init; }

    public string? Signer { get; init; }

    /// <summary>The most probable gloss.</summary>
    public required string Predicted { get; init; }

    /// <summary>The predicted gloss's probability, 0..1.</summary>
    public required float Confidence { get; init; }

    /// <summary>The true gloss's place among the candidates, 1 for the first; null when it lies outside the vocabulary.</summary>
    public required int? Rank { get; init; }

    /// <summary>The true gloss's probability, 0..1; null when it lies outside the vocabulary.</summary>
    public required float? TruthConfidence { get; init; }

    /// <summary>The most probable gloss of the mirrored clip; null when that was not measured.</summary>
    public string? MirroredPredicted { get; init; }

    /// <summary>See <see cref="ClipPrediction.ShowsNoSign"/>.</summary>
    public bool ShowsNoSign { get; init; }

    public bool IsRight => Rank == 1;

    public bool IsMirroredRight => MirroredPredicted == Gloss;

    /// <summary>Whether recognition would say so of a model with that threshold, 0..1.</summary>
    public bool IsUnsure(float threshold) => ShowsNoSign || Confidence < threshold;

    /// <param name="prediction">What the model said.</param>
    /// <param name="vocabulary">The model's glosses, in the order of the probabilities.</param>
    /// <exception cref="ArgumentException">The probabilities do not fit the vocabulary, or one is not in 0..1.</exception>
    public static ClipVerdict From(ClipPrediction prediction, IReadOnlyList<string> vocabulary)
    {
        int[] order = Order(prediction, prediction.Probabilities, vocabulary);
        int place = Array.FindIndex(order, i => vocabulary[i] == prediction.Gloss);
        return new ClipVerdict
        {
            Clip = prediction.Clip,
            Gloss = prediction.Gloss,
            Signer = prediction.Signer,
            Predicted = vocabulary[order[0]],
            Confidence = prediction.Probabilities[order[0]],
            Rank = place < 0 ? null : place + 1,
            TruthConfidence = place < 0 ? null : prediction.Probabilities[order[place]],
            ShowsNoSign = prediction.ShowsNoSign,
            MirroredPredicted = prediction.Mirrored is null ? null : vocabulary[Order(prediction, prediction.Mirrored, vocabulary)[0]],
        };
    }

    /// <summary>The vocabulary's places, the most probable first.</summary>
    private static int[] Order(ClipPrediction prediction, IReadOnlyList<float> probabilities, IReadOnlyList<string> vocabulary) =>
        probabilities.Count == vocabulary.Count && probabilities.All(probability => probability is >= 0 and <= 1)
            ? [.. Enumerable.Range(0, vocabulary.Count).OrderByDescending(i => probabilities[i])]
            : throw new ArgumentException($"{prediction.Clip}: not one probability 0..1 for each of {vocabulary.Count} glosses.", nameof(prediction));
}
