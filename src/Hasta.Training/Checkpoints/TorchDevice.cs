using TorchSharp;

namespace Hasta.Training.Checkpoints;

/// <summary>Where tensors are computed: CUDA, then Apple's MPS, then the processor, or what the user names.</summary>
internal static class TorchDevice
{
    /// <param name="name"><c>auto</c>, <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c> or <c>mps</c>.</param>
    /// <exception cref="DeviceException">libtorch does not load, or there is no such device.</exception>
    public static torch.Device Pick(string name = "auto")
    {
        Load();
        return name switch
        {
            "auto" => torch.cuda_is_available() ? torch.CUDA : torch.mps_is_available() ? torch.MPS : torch.CPU,
            "cpu" => torch.CPU,
            "mps" when torch.mps_is_available() => torch.MPS,
            "cuda" when torch.cuda_is_available() => torch.CUDA,
            _ when name.StartsWith("cuda:", StringComparison.Ordinal) && int.TryParse(name.AsSpan(5), out int index) && index >= 0 && index < CudaDevices() =>
                torch.device(DeviceType.CUDA, index),
            _ => throw new DeviceException(
                $"There is no device \"{name}\" here. Use auto or cpu; for CUDA build with TorchBackend=cuda-linux (or cuda-windows) and check the driver."),
        };
    }

    /// <summary>Loads libtorch, on one processor thread.</summary>
    /// <exception cref="DeviceException">It does not load; the message says what the system lacks.</exception>
    public static void Load() => Load(() =>
    {
        torch.InitializeDeviceType(DeviceType.CPU);

        // Our networks are small and their features are made on the other cores meanwhile. More threads would wait for each other by
        // spinning: measured, two threads on two busy cores took twenty times as long an epoch as one.
        torch.set_num_threads(1);
    });

    internal static void Load(Action touch)
    {
        try
        {
            touch();
        }
        catch (Exception error) when (error is TypeInitializationException or NotSupportedException or DllNotFoundException or BadImageFormatException)
        {
            string why = error.GetBaseException().Message.Split('\n')[0];
            throw new DeviceException(
                $"TorchSharp's native library cannot be loaded here: {why} It needs glibc 2.28 and libstdc++ of GCC 12 or newer "
                + "(Debian 12, Ubuntu 22.04, Fedora 37), macOS on Apple silicon, or Windows with the Visual C++ runtime.",
                error);
        }
    }

    private static int CudaDevices() => torch.cuda_is_available() ? torch.cuda.device_count() : 0;
}
