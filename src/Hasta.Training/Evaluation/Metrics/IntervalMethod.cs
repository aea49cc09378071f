namespace Hasta.Training.Evaluation.Metrics;

/// <summary>What the headline's interval takes to be independent of each other.</summary>
internal enum IntervalMethod
{
    /// <summary>Clips, because fewer than two signers are known; too narrow for people it has not met.</summary>
    Clip,

    /// <summary>Signers: see <see cref="SignerBootstrap"/>.</summary>
    Signer,
}
