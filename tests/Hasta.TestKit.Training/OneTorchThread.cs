using Hasta.Training.Checkpoints;
using TorchSharp;

namespace Hasta.TestKit.Training;

/// <summary>Limits libtorch to one thread, as the program does: with more, tests on a busy machine take many times as long.</summary>
public sealed class OneTorchThread
{
    public OneTorchThread()
    {
        TorchDevice.Load();
        torch.set_num_threads(1);
    }
}
