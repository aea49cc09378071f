using Hasta.Recognition;

namespace Hasta.Tool;

/// <summary>
/// The contract of <c>hasta words --json</c>: one object per line. Hindi and category are absent for glosses that are not on Hasta's list;
/// signers, clips and top1 (0..1, for left-out signers) for models whose words were not measured.
/// </summary>
internal sealed record WordLine(string Gloss, string Display, string? Hindi, string? Category)
{
    public int? Signers { get; init; }

    public int? Clips { get; init; }

    public double? Top1 { get; init; }

    public IReadOnlyList<string> Similar { get; init; } = [];

    public static WordLine From(string gloss, GlossStatistics? statistics) =>
        new(gloss, GlossInfo.DisplayOf(gloss), GlossInfo.Find(gloss)?.Hindi, GlossInfo.Find(gloss)?.Category)
        {
            Signers = statistics?.Signers,
            Clips = statistics?.Clips,
            Top1 = statistics?.Top1,
            Similar = statistics?.Similar ?? [],
        };
}
