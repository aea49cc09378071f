namespace Hasta.Datasets.Splits;

/// <summary>How to part a data set.</summary>
internal sealed record SplitRequest
{
    public SplitProtocol Protocol { get; init; } = SplitProtocol.Auto;

    public int Seed { get; init; } = 1;

    /// <summary>Signers to keep for the test; chosen where empty. Only with the signer protocol.</summary>
    public IReadOnlyList<string> TestSigners { get; init; } = [];

    /// <summary>Signers to keep for validation; chosen where empty. Only with the signer protocol.</summary>
    public IReadOnlyList<string> ValidationSigners { get; init; } = [];
}
