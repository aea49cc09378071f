namespace Hasta.Datasets.Splits;

/// <summary>What the parts of a split must not share.</summary>
public enum SplitProtocol
{
    /// <summary>Official where every clip has a split, else signer, else session; never random.</summary>
    Auto,

    /// <summary>No signer stands in two parts.</summary>
    Signer,

    /// <summary>No recording session stands in two parts.</summary>
    Session,

    /// <summary>The data set's own list.</summary>
    Official,

    /// <summary>Clips at random: the same people stand in all parts, so the result says nothing of strangers.</summary>
    Random,
}
