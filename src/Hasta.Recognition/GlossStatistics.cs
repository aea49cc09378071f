namespace Hasta.Recognition;

/// <summary>
/// What is known about a gloss of a model: how it was trained, and how well it is recognized for people the model never saw.
/// </summary>
public sealed record GlossStatistics
{
    /// <summary>Signers, or sources, of the training clips. With only one, expect less for other people.</summary>
    public required int Signers { get; init; }

    /// <summary>Training clips.</summary>
    public required int Clips { get; init; }

    /// <summary>
    /// Share 0..1 of a left-out signer's clips that were recognized, mean over the signers. Null if no signer with this gloss was left out.
    /// </summary>
    public double? Top1 { get; init; }

    /// <summary>
    /// Glosses that this one was often confused with for left-out signers, the most frequent first: show them next to it.
    /// </summary>
    public IReadOnlyList<string> Similar { get; init; } = [];
}
