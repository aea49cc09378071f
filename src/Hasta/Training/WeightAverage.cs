using Hasta.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training;

/// <summary>Keeps the exponential moving average of a classifier's weights and batch-norm statistics in a second classifier.</summary>
internal sealed class WeightAverage
{
    private readonly (Tensor Average, Tensor Source)[] pairs;
    private readonly double decay;
    private int updates;

    public WeightAverage(Classifier source, Classifier average, double decay)
    {
        this.decay = decay;
        IReadOnlyDictionary<string, Tensor> sources = Weights.Of(source);
        pairs = [.. Weights.Of(average).Select(pair => (pair.Value, sources[pair.Key]))];
    }

    /// <summary>Early on the decay is smaller, so that the average does not cling to the random start.</summary>
    public void Update()
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradients = no_grad();
        updates++;
        double keep = Math.Min(decay, (1.0 + updates) / (10.0 + updates));
        using Scalar kept = keep, taken = 1 - keep;
        foreach ((Tensor average, Tensor source) in pairs)
        {
            average.mul_(kept).add_(source, taken);
        }
    }
}
