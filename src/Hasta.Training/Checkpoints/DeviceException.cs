using Hasta.Landmarks;

namespace Hasta.Training.Checkpoints;

/// <summary>TorchSharp or the requested device is not available on this machine.</summary>
internal sealed class DeviceException : HastaException
{
    public DeviceException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
