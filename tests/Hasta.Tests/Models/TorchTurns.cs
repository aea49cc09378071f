namespace Hasta.Tests.Models;

/// <summary>Tests that use torch's single random generator run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class TorchTurns
{
    public const string Name = "torch";
}
