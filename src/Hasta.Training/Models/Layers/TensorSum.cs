using TorchSharp;

namespace Hasta.Training.Models.Layers;

/// <summary>
/// Sums of tensors. The + operator of TorchSharp 0.107 passes a factor of 1 to native code that the garbage collector may free during the
/// call.
/// </summary>
internal static class TensorSum
{
    /// <returns>The sum, broadcast.</returns>
    public static torch.Tensor Plus(this torch.Tensor left, torch.Tensor right)
    {
        using Scalar one = 1;
        return left.add(right, one);
    }
}
