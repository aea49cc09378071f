namespace Hasta.Tests.Models;

/// <summary>Tests that use torch's single random generator run one after another, on one thread.</summary>
[CollectionDefinition(Name)]
public sealed class TorchTurns : ICollectionFixture<OneTorchThread>
{
    public const string Name = "torch";
}
