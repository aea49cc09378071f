using Hasta.Training.Checkpoints;
using Hasta.Training.Models;
using Hasta.Training.Models.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Optimisation;

/// <summary>
/// Computes in bfloat16 for a classifier that stays float32 (Micikevicius et al. 2018, "Mixed precision training"): a copy of it whose weights are
/// bfloat16, but for its batch norms, takes the weights before each part and gives the gradients back.
/// </summary>
internal sealed class HalfPrecision : IDisposable
{
    private readonly Classifier master;
    private readonly (Parameter Master, Parameter Copy)[] parameters;

    /// <param name="master">Float32; the owner of weights and gradients.</param>
    /// <param name="copy">A classifier of the same sizes, taken over.</param>
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

    /// <summary>The copy; it takes features in bfloat16 and gives logits in bfloat16.</summary>
    public Classifier Classifier { get; }

    /// <summary>Weights and statistics of the master into the copy.</summary>
    public void TakeWeights() => Weights.Copy(master, Classifier);

    /// <summary>Adds the copy's gradients to the master's and clears them; its batch-norm statistics too become the master's.</summary>
    public void GiveGradients()
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

    /// <summary>Forgets the copy's gradients, as after a step that failed.</summary>
    public void ClearGradients()
    {
        foreach ((_, Parameter copy) in parameters)
        {
            copy.grad = null;
        }
    }

    public void Dispose() => Classifier.Dispose();
}
