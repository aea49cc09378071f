using System.Text.Json.Serialization;
using Hasta.Recognition.Enrollment;

namespace Hasta.Recognition;

/// <summary>
/// The contract of <c>hasta recognize --json</c>: one object per line; confidences 0..1; up to five candidates, most likely first;
/// <c>display</c> and <c>hindi</c>: the gloss as text (<see cref="GlossInfo"/>), without hindi for glosses that are not on the list;
/// <c>similar</c>: glosses that the model often confuses with this one.
/// <c>kind</c>: known, enrolled, or oneSigner (a word of one signer only: expect less).
/// <c>reason</c>, for people, and <c>reasonCode</c> (tooFewFrames, noHand, noSign or lowConfidence) are null unless <c>unsure</c>;
/// <c>person</c> (from 1) and <c>people</c> are present for landmark files of several people.
/// </summary>
internal sealed record RecognitionLine(string Clip, string Gloss, double Confidence, bool Unsure, IReadOnlyList<Candidate> Candidates)
{
    public string Display => GlossInfo.DisplayOf(Gloss);

    public string? Hindi => GlossInfo.Find(Gloss)?.Hindi;

    public SignKind Kind { get; init; }

    public IReadOnlyList<string> Similar { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Reason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public UnsureKind? ReasonCode { get; init; }

    public int? Person { get; init; }

    public int? People { get; init; }

    public static RecognitionLine From(string clip, SignResult recognition) =>
        new(clip, recognition.Gloss, recognition.Confidence, recognition.Unsure, recognition.Candidates)
        {
            Kind = recognition.Kind,
            Similar = recognition.Similar,
            Reason = recognition.Reason?.Text,
            ReasonCode = recognition.Reason?.Kind,
            Person = recognition.Person?.Number,
            People = recognition.Person?.People,
        };
}
