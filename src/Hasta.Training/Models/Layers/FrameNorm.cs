using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Layers;

/// <summary>Batch norm over frames <c>[frame, width]</c>.</summary>
internal static class FrameNorm
{
    /// <summary>
    /// Creates the norm without its step counter: nothing reads it, and in TorchSharp 0.107 the garbage collector may free its increment
    /// in use.
    /// </summary>
    public static BatchNorm1d Create(long width)
    {
        BatchNorm1d norm = nn.BatchNorm1d(width);
        norm.num_batches_tracked?.Dispose();
        norm.num_batches_tracked = null;
        return norm;
    }
}
