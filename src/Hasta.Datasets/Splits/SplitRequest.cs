namespace Hasta.Datasets.Splits;

/// <summary>How to split a data set.</summary>
internal sealed record SplitRequest
{
    public SplitProtocol Protocol { get; init; } = SplitProtocol.Auto;

    public int Seed { get; init; } = 1;

    /// <summary>Signers to hold out for test; chosen automatically if empty. Only with the signer protocol.</summary>
    public IReadOnlyList<string> TestSigners { get; init; } = [];

    /// <summary>Signers to hold out for validation; chosen automatically if empty. Only with the signer protocol.</summary>
    public IReadOnlyList<string> ValidationSigners { get; init; } = [];
}
