using Hasta.TestKit.Training;

namespace Hasta.Cli.Tests;

[CollectionDefinition(TorchTurns.Name)]
public sealed class OneAtATime : ICollectionFixture<OneTorchThread>;
