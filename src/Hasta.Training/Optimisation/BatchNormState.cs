using Hasta.Training.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Optimisation;

/// <summary>
/// Saves a classifier's batch-norm statistics before a step and restores them after a failure: a repeated step must not affect them twice.
/// </summary>
internal sealed class BatchNormState : IDisposable
{
    private readonly (Tensor Now, Tensor Before)[] pairs;

    public BatchNormState(Classifier classifier) =>
        pairs = [.. classifier.buffers().Select(buffer => (buffer, buffer.detach().clone().DetachFromDisposeScope()))];

    public void Save() => Copy(pairs.Select(pair => (pair.Now, pair.Before)));

    public void Restore() => Copy(pairs.Select(pair => (pair.Before, pair.Now)));

    public void Dispose()
    {
        foreach ((_, Tensor before) in pairs)
        {
            before.Dispose();
        }
    }

    private static void Copy(IEnumerable<(Tensor From, Tensor To)> copies)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradients = no_grad();
        foreach ((Tensor from, Tensor to) in copies)
        {
            to.copy_(from);
        }
    }
}
