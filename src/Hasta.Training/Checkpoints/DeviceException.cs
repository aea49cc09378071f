using Hasta.Landmarks;

namespace Hasta.Training.Checkpoints;

/// <summary>TorchSharp or the asked-for device cannot be used on this machine.</summary>
internal sealed class DeviceException : HastaException
{
    public DeviceException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
