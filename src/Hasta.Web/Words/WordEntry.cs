using System.Text.Json.Serialization;
using Hasta.Recognition;
using Hasta.Recognition.Enrollment;

namespace Hasta.Web.Words;

/// <summary>A word of the model, as <c>GET /api/words</c> answers it.</summary>
internal sealed record WordEntry(string Gloss, string English, string? Hindi, string? Category)
{
    [JsonConverter(typeof(CamelCaseEnum))]
    public SignKind Kind { get; init; }

    public int? Clips { get; init; }

    public int? Signers { get; init; }

    /// <summary>Share 0..1 of the clips of signers who were not trained on; null if not measured.</summary>
    public double? Accuracy { get; init; }

    public IReadOnlyList<string> Similar { get; init; } = [];

    public bool HasReference { get; init; }

    public static IReadOnlyList<WordEntry> AllOf(SignRecognizer recognizer) =>
    [
        .. recognizer.Glosses.Select(gloss => From(gloss, recognizer.StatisticsOf(gloss))),
        .. recognizer.OneSignerGlosses.Select(gloss => From(gloss, null) with { Kind = SignKind.OneSigner, Signers = 1 }),
    ];

    private static WordEntry From(string gloss, GlossStatistics? statistics) =>
        new(gloss, GlossInfo.Find(gloss)?.English ?? gloss, GlossInfo.Find(gloss)?.Hindi, GlossInfo.Find(gloss)?.Category)
        {
            Clips = statistics?.Clips,
            Signers = statistics?.Signers,
            Accuracy = statistics?.Top1,
            Similar = statistics?.Similar ?? [],
        };
}
