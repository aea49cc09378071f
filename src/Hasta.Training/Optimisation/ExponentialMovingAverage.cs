using Hasta.Training.Checkpoints;
using Hasta.Training.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Optimisation;

/// <summary>Keeps the exponential moving average of a classifier's weights and batch-norm statistics in a second classifier.</summary>
internal sealed class ExponentialMovingAverage
{
    private readonly (Tensor Average, Tensor Source)[] pairs;
    private readonly double decay;

    public ExponentialMovingAverage(Classifier source, Classifier average, double decay)
    {
        this.decay = decay;
        IReadOnlyDictionary<string, Tensor> sources = Weights.Collect(source);
        pairs = [.. Weights.Collect(average).Select(pair => (pair.Value, sources[pair.Key])).Where(pair => !IsFrozen(pair.Item2))];
    }

    /// <summary>Number of updates so far. To resume, set it to the value of the earlier process.</summary>
    public int Updates { get; set; }

    /// <summary>Updates the average. Early decay is smaller, to reduce the influence of the random initial weights.</summary>
    public void Update()
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradients = no_grad();
        Updates++;
        double keep = Math.Min(decay, (1.0 + Updates) / (10.0 + Updates));
        using Scalar kept = keep, taken = 1 - keep;
        foreach ((Tensor average, Tensor source) in pairs)
        {
            average.mul_(kept).add_(source, taken);
        }
    }

    /// <summary>Frozen weights equal their average; updating them would only add rounding errors.</summary>
    private static bool IsFrozen(Tensor value) => value is Parameter { requires_grad: false };
}
