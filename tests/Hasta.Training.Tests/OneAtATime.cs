using Hasta.TestKit.Training;

namespace Hasta.Training.Tests;

[CollectionDefinition(TorchTurns.Name)]
public sealed class OneAtATime : ICollectionFixture<OneTorchThread>;
