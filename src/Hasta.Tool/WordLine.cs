using Hasta.Recognition;
using Hasta.Recognition.Enrollment;

namespace Hasta.Tool;

/// <summary>
/// The contract of <c>hasta words --json</c>: one object per line. Hindi and category are absent for glosses that are not on Hasta's list;
/// <c>kind</c> is known, or oneSigner for words that <c>--all-words</c> adds;
/// signers, clips and top1 (0..1, for left-out signers) for models whose words were not measured.
/// </summary>
internal sealed record WordLine(string Gloss, string Display, string? Hindi, string? Category)
{
    public SignKind Kind { get; init; }

    public int? Signers { get; init; }

    public int? Clips { get; init; }

    public double? Top1 { get; init; }

    public IReadOnlyList<string> Similar { get; init; } = [];

    public static WordLine OfOneSigner(string gloss) => From(gloss, null) with { Kind = SignKind.OneSigner, Signers = 1 };

    public static WordLine From(string gloss, GlossStatistics? statistics) =>
        new(gloss, GlossInfo.DisplayOf(gloss), GlossInfo.Find(gloss)?.Hindi, GlossInfo.Find(gloss)?.Category)
        {
            Signers = statistics?.Signers,
            Clips = statistics?.Clips,
            Top1 = statistics?.Top1,
            Similar = statistics?.Similar ?? [],
        };
}
