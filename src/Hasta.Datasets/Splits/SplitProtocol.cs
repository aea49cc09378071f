namespace Hasta.Datasets.Splits;

/// <summary>What the splits must not share.</summary>
public enum SplitProtocol
{
    /// <summary>Official if every clip has a split, else signer, else session; never random.</summary>
    Auto,

    /// <summary>No signer is in two splits.</summary>
    Signer,

    /// <summary>No recording session is in two splits.</summary>
    Session,

    /// <summary>The data set's own list.</summary>
    Official,

    /// <summary>Clips at random: the same people are in all splits, so the result does not apply to new signers.</summary>
    Random,
}
