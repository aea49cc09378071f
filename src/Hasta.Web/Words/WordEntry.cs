using System.Text.Json.Serialization;
using Hasta.Recognition;
using Hasta.Recognition.Enrollment;

namespace Hasta.Web.Words;

/// <summary>A word of the model, as <c>GET /api/words</c> answers it.</summary>
internal sealed record WordEntry(string Gloss, string English, string? Hindi, string? Category)
{
    public string Display => GlossInfo.DisplayOf(Gloss);

    [JsonConverter(typeof(CamelCaseEnum))]
    public SignKind Kind { get; init; }

    public int? Clips { get; init; }

    public int? Signers { get; init; }

    /// <summary>Share 0..1 of the clips of signers who were not trained on; null if not measured.</summary>
    public double? Accuracy { get; init; }

    public IReadOnlyList<string> Similar { get; init; } = [];

    /// <summary>Whether <c>GET /api/words/{gloss}/pose</c> has a file.</summary>
    public bool HasPose { get; init; }

    /// <summary>Each gloss once; an enrolled variant of a word of the model is enrolled.</summary>
    /// <param name="recognizer">The model and its library.</param>
    /// <param name="hasPose">Whether there is a reference for a gloss.</param>
    public static IReadOnlyList<WordEntry> AllOf(SignRecognizer recognizer, Func<string, bool> hasPose)
    {
        var enrolled = (recognizer.Library?.Signs ?? []).ToDictionary(sign => sign.Gloss, StringComparer.Ordinal);
        WordEntry[] ofModel =
        [
            .. recognizer.Glosses.Select(gloss => From(gloss, recognizer.StatisticsOf(gloss))),
            .. recognizer.OneSignerGlosses.Select(gloss => From(gloss, null) with { Kind = SignKind.OneSigner, Signers = 1 }),
        ];
        return
        [
            .. ofModel.Select(word => word with { HasPose = hasPose(word.Gloss) })
                .Select(word => enrolled.Remove(word.Gloss) ? word with { Kind = SignKind.Enrolled } : word),
            .. enrolled.Values.OrderBy(sign => sign.Gloss, StringComparer.Ordinal).Select(sign =>
                From(sign.Gloss, null) with { Kind = SignKind.Enrolled, Clips = sign.Clips, Signers = sign.Signers.Count }),
        ];
    }

    private static WordEntry From(string gloss, GlossStatistics? statistics) =>
        new(gloss, GlossInfo.Find(gloss)?.English ?? gloss, GlossInfo.Find(gloss)?.Hindi, GlossInfo.Find(gloss)?.Category)
        {
            Clips = statistics?.Clips,
            Signers = statistics?.Signers,
            Accuracy = statistics?.Top1,
            Similar = statistics?.Similar ?? [],
        };
}
