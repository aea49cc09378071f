using Hasta.Training.Evaluation;
using Hasta.Training.Evaluation.Report;

namespace Hasta.Training.Tests.Evaluation;

/// <summary>Handmade predictions for the tests in this folder.</summary>
internal static class Verdicts
{
    public static ReportHeader Header { get; } = new()
    {
        Model = "LandmarkMlp",
        Parameters = 135_000,
        Data = "demo",
        Part = "test",
        Protocol = "No signer stands in two parts.",
        Synthetic = true,
        Measured = new DateTimeOffset(2026, 1, 2, 3, 4, 0, TimeSpan.Zero),
        Elapsed = TimeSpan.FromSeconds(2),
        Machine = "cpu, 2 cores",
    };

    /// <summary>
    /// A clip with the given confidence for the predicted gloss; the probabilities of the others decrease in vocabulary order.
    /// </summary>
    public static ClipPrediction Clip(
        string gloss,
        string predicted,
        string? signer,
        IReadOnlyList<string> vocabulary,
        float confidence = 0.6f) => new()
        {
            Clip = $"{gloss}/{signer}-{predicted}",
            Gloss = gloss,
            Signer = signer,
            Probabilities = [.. vocabulary.Select((name, i) => name == predicted ? confidence : (1 - confidence) / (i + 2))],
        };
}
