namespace Hasta.Training.Evaluation.Metrics;

/// <summary>The unit that the interval of top-1 assumes to be independent.</summary>
internal enum IntervalMethod
{
    /// <summary>Clips, because fewer than two signers are known; too narrow for new signers.</summary>
    Clip,

    /// <summary>Signers: see <see cref="SignerBootstrap"/>.</summary>
    Signer,
}
