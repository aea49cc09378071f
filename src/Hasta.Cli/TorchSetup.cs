using Hasta.Training.Checkpoints;
using TorchSharp;

namespace Hasta.Cli;

/// <summary>Prepares libtorch for this program.</summary>
internal static class TorchSetup
{
    /// <summary>
    /// The networks are small, and the other cores extract features at the same time. Extra threads spin while they wait for each other:
    /// with two threads on two busy cores, an epoch took twenty times as long as with one.
    /// </summary>
    private const int Threads = 1;

    /// <summary>Selects the device and limits libtorch to one CPU thread, for the whole process.</summary>
    /// <inheritdoc cref="TorchDevice.Pick"/>
    public static torch.Device Pick(string name = "auto")
    {
        torch.Device device = TorchDevice.Pick(name);
        torch.set_num_threads(Threads);
        return device;
    }
}
