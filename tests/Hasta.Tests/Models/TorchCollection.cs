namespace Hasta.Tests.Models;

/// <summary>Tests that draw from torch's one random generator run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class TorchCollection
{
    public const string Name = "torch";
}
