namespace Hasta.TestKit.Training;

/// <summary>
/// Tests that use torch's single random generator run one after another, on one thread: those of the collection with this name, which each
/// test project defines.
/// </summary>
internal static class TorchTurns
{
    public const string Name = "torch";
}
