using Hasta.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training;

/// <summary>Keeps the exponential moving average of a classifier's weights and batch-norm statistics in a second classifier.</summary>
internal sealed class WeightAverage(Classifier source, Classifier average, double decay)
{
    private int updates;

    /// <summary>Early on the decay is smaller, so that the average does not cling to the random start.</summary>
    public void Update()
    {
        updates++;
        double keep = Math.Min(decay, (1.0 + updates) / (10.0 + updates));
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradients = no_grad();
        var targets = Weights.Of(average);
        foreach ((string name, Tensor value) in Weights.Of(source))
        {
            targets[name].mul_(keep).add_(value, alpha: 1 - keep);
        }
    }
}
