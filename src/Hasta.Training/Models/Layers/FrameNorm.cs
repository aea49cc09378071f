using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Layers;

/// <summary>Batch norm over frames <c>[frame, width]</c>.</summary>
internal static class FrameNorm
{
    /// <summary>Without the step counter, which nothing needs, and whose increment is not safe from the garbage collector in TorchSharp 0.107.</summary>
    public static BatchNorm1d Create(long width)
    {
        BatchNorm1d norm = nn.BatchNorm1d(width);
        norm.num_batches_tracked?.Dispose();
        norm.num_batches_tracked = null;
        return norm;
    }
}
