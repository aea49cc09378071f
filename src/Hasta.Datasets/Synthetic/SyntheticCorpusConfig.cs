using Hasta.Datasets.Synthetic.Signs;

namespace Hasta.Datasets.Synthetic;

internal sealed record SyntheticCorpusConfig
{
    /// <summary>The number of invented people.</summary>
    public required int Signers { get; init; }

    /// <summary>How often each of them makes each of <see cref="SyntheticSigns.All"/>.</summary>
    public required int ClipsPerSign { get; init; }

    /// <summary>The same seed produces the same corpus, and the first signers of a larger one.</summary>
    public required int Seed { get; init; }
}
