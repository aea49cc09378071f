using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Models.Layers;

/// <summary>Calls some of the layers of a <see cref="Sequential"/>.</summary>
internal static class SequentialRange
{
    /// <param name="layers">All layers.</param>
    /// <param name="input">Input of the first layer of the range.</param>
    /// <param name="range">The layers to call, in order.</param>
    /// <returns>Output of the last layer of the range.</returns>
    public static Tensor Apply(this Sequential layers, Tensor input, Range range)
    {
        using DisposeScope scope = NewDisposeScope();
        (int start, int count) = range.GetOffsetAndLength(layers.Count);
        Tensor output = input.alias();
        for (int i = start; i < start + count; i++)
        {
            output = ((nn.Module<Tensor, Tensor>)layers[i]).call(output);
        }

        return output.MoveToOuterDisposeScope();
    }
}
