using Hasta.Tool.Doctor;
using Hasta.Training.Checkpoints;
using TorchSharp;

namespace Hasta.Cli.Doctor;

/// <summary>Checks of libtorch and its training device.</summary>
internal static class TorchChecks
{
    public static Finding Torch() => LibraryChecks.Check("libtorch", () =>
    {
        TorchDevice.Load();
        return torch.__version__;
    });

    public static Finding Devices() => LibraryChecks.Check("Training device", () =>
    {
        torch.Device device = TorchDevice.Pick();
        return device.type == DeviceType.CPU ? "cpu (for CUDA, build with TorchBackend=cuda-linux or cuda-windows)" : device.ToString();
    });
}
