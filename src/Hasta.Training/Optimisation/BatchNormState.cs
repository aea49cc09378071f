using Hasta.Training.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Optimisation;

/// <summary>A classifier's batch-norm statistics as they were before a step: a step that failed half-way and is made again must not count twice in them.</summary>
internal sealed class BatchNormState : IDisposable
{
    private readonly (Tensor Now, Tensor Before)[] pairs;

    public BatchNormState(Classifier classifier) =>
        pairs = [.. classifier.buffers().Select(buffer => (buffer, buffer.detach().clone().DetachFromDisposeScope()))];

    public void Remember() => Copy(pairs.Select(pair => (pair.Now, pair.Before)));

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
