using TorchSharp;

namespace Hasta.Training.Checkpoints;

/// <summary>Selects the compute device: CUDA, then Apple's MPS, then the CPU, or the one the user names.</summary>
internal static class TorchDevice
{
    /// <param name="name"><c>auto</c>, <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c> or <c>mps</c>.</param>
    /// <exception cref="DeviceException">libtorch does not load, or the device does not exist.</exception>
    public static torch.Device Pick(string name = "auto")
    {
        Load();
        return name switch
        {
            "auto" => torch.cuda_is_available() ? torch.CUDA : torch.mps_is_available() ? torch.MPS : torch.CPU,
            "cpu" => torch.CPU,
            "mps" when torch.mps_is_available() => torch.MPS,
            "cuda" when torch.cuda_is_available() => torch.CUDA,
            _ when name.StartsWith("cuda:", StringComparison.Ordinal)
                && int.TryParse(name.AsSpan(5), out int index) && index >= 0 && index < CudaDeviceCount() =>
                torch.device(DeviceType.CUDA, index),
            _ => throw new DeviceException(
                $"There is no device \"{name}\" on this machine. Use auto or cpu; "
                + "for CUDA, build with TorchBackend=cuda-linux (or cuda-windows) and check the driver."),
        };
    }

    /// <summary>Loads libtorch.</summary>
    /// <exception cref="DeviceException">libtorch does not load; the message lists what the system lacks.</exception>
    public static void Load() => Load(() => torch.InitializeDeviceType(DeviceType.CPU));

    internal static void Load(Action initialize)
    {
        try
        {
            initialize();
        }
        catch (Exception error)
            when (error is TypeInitializationException or NotSupportedException or DllNotFoundException or BadImageFormatException)
        {
            string reason = error.GetBaseException().Message.Split('\n')[0];
            throw new DeviceException(
                $"TorchSharp's native library cannot be loaded: {reason} It needs glibc 2.28 and libstdc++ of GCC 12 or newer "
                + "(Debian 12, Ubuntu 22.04, Fedora 37), macOS on Apple silicon, or Windows with the Visual C++ runtime.",
                error);
        }
    }

    private static int CudaDeviceCount() => torch.cuda_is_available() ? torch.cuda.device_count() : 0;
}
