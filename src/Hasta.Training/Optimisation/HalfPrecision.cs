using Hasta.Training.Checkpoints;
using Hasta.Training.Models;
using Hasta.Training.Models.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Optimisation;

/// <summary>
/// Computes in bfloat16 for a classifier that stays float32 (Micikevicius et al. 2018, "Mixed precision training"). A bfloat16 copy of the
/// classifier, with float32 batch norms, receives the weights before each micro-batch and returns the gradients.
/// </summary>
internal sealed class HalfPrecision : IDisposable
{
    private readonly Classifier master;
    private readonly (Parameter Master, Parameter Copy)[] parameters;

    /// <param name="master">The float32 classifier that owns weights and gradients.</param>
    /// <param name="copy">A classifier of the same sizes; ownership is transferred to this object.</param>
    public HalfPrecision(Classifier master, Classifier copy)
    {
        this.master = master;
        Classifier = copy;
        copy.to(ScalarType.BFloat16);
        foreach (BatchNorm1d norm in copy.modules().OfType<BatchNorm1d>())
        {
            norm.to(ScalarType.Float32);
        }

        parameters = [.. master.parameters().Zip(copy.parameters())];
    }

    /// <summary>The copy; features and logits are bfloat16.</summary>
    public Classifier Classifier { get; }

    /// <summary>Copies weights and statistics from the master to the copy.</summary>
    public void PullWeights() => Weights.Copy(master, Classifier);

    /// <summary>Adds the copy's gradients to the master's, clears them, and copies batch-norm statistics to the master.</summary>
    public void PushGradients()
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradients = no_grad();
        foreach ((Parameter own, Parameter copy) in parameters)
        {
            if (copy.grad is { } gradient)
            {
                Tensor exact = gradient.to(ScalarType.Float32);
                own.grad = own.grad is { } sum ? sum.Plus(exact) : exact.MoveToOuterDisposeScope();
                copy.grad = null;
            }
        }

        foreach ((Tensor own, Tensor copy) in master.buffers().Zip(Classifier.buffers()))
        {
            own.copy_(copy);
        }
    }

    /// <summary>Clears the copy's gradients, for example after a failed step.</summary>
    public void ClearGradients()
    {
        foreach ((_, Parameter copy) in parameters)
        {
            copy.grad = null;
        }
    }

    public void Dispose() => Classifier.Dispose();
}
