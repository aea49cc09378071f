namespace Hasta.TestKit.Training;

/// <summary>Tests that use torch's single random generator run one after another: those of the collection with this name.</summary>
internal static class TorchTurns
{
    public const string Name = "torch";
}
