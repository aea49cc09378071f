namespace Hasta.Training.Evaluation;

/// <summary>The result for one clip.</summary>
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

    /// <summary>The true gloss's rank among the candidates, from 1; null if it is outside the vocabulary.</summary>
    public required int? Rank { get; init; }

    /// <summary>The true gloss's probability, 0..1; null if it is outside the vocabulary.</summary>
    public required float? TruthConfidence { get; init; }

    /// <summary>The most probable gloss of the mirrored clip; null if not measured.</summary>
    public string? MirroredPredicted { get; init; }

    /// <summary>See <see cref="ClipPrediction.ShowsNoSign"/>.</summary>
    public bool ShowsNoSign { get; init; }

    public bool IsRight => Rank == 1;

    public bool IsMirroredRight => MirroredPredicted == Gloss;

    /// <summary>Whether recognition reports unsure at this threshold, 0..1.</summary>
    public bool IsUnsure(float threshold) => ShowsNoSign || Confidence < threshold;

    /// <param name="prediction">The model's output.</param>
    /// <param name="vocabulary">The model's glosses, in the order of the probabilities.</param>
    /// <exception cref="ArgumentException">The probabilities do not match the vocabulary, or one is outside 0..1.</exception>
    public static ClipVerdict From(ClipPrediction prediction, IReadOnlyList<string> vocabulary)
    {
        int[] order = Order(prediction, prediction.Probabilities, vocabulary);
        int index = Array.FindIndex(order, i => vocabulary[i] == prediction.Gloss);
        return new ClipVerdict
        {
            Clip = prediction.Clip,
            Gloss = prediction.Gloss,
            Signer = prediction.Signer,
            Predicted = vocabulary[order[0]],
            Confidence = prediction.Probabilities[order[0]],
            Rank = index < 0 ? null : index + 1,
            TruthConfidence = index < 0 ? null : prediction.Probabilities[order[index]],
            ShowsNoSign = prediction.ShowsNoSign,
            MirroredPredicted = prediction.Mirrored is null ? null : vocabulary[Order(prediction, prediction.Mirrored, vocabulary)[0]],
        };
    }

    /// <summary>Vocabulary indices, the most probable first.</summary>
    private static int[] Order(ClipPrediction prediction, IReadOnlyList<float> probabilities, IReadOnlyList<string> vocabulary) =>
        probabilities.Count == vocabulary.Count && probabilities.All(probability => probability is >= 0 and <= 1)
            ? [.. Enumerable.Range(0, vocabulary.Count).OrderByDescending(i => probabilities[i])]
            : throw new ArgumentException(
                $"{prediction.Clip}: needs one probability in 0..1 for each of the {vocabulary.Count} glosses.", nameof(prediction));
}
