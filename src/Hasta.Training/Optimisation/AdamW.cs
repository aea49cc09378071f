using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Optimisation;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter 2019) on matrices; biases and norms (one dimension) do not decay.
/// TorchSharp 0.107 has one too, but it lets the garbage collector free the numbers it passes to native code while they are in use:
/// beside busy threads that ends in "Unknown scalar type", or in a wrong step. Here every number is held to the end of its step.
/// </summary>
internal sealed class AdamW : IDisposable
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;

    private readonly Slot[] slots;
    private readonly Dictionary<string, Tensor> moments = [];
    private readonly double weightDecay;

    /// <param name="parameters">What is trained.</param>
    /// <param name="weightDecay">A step, times the learning rate.</param>
    /// <param name="rateOf">The part of the learning rate that holds for the parameter of a name; null for all of it.</param>
    public AdamW(IEnumerable<(string Name, Parameter Parameter)> parameters, double weightDecay, Func<string, double>? rateOf = null)
    {
        this.weightDecay = weightDecay;
        slots = [.. parameters.Select(pair => new Slot(pair.Parameter, zeros_like(pair.Parameter), zeros_like(pair.Parameter), rateOf?.Invoke(pair.Name) ?? 1))];
        foreach ((string name, Slot slot) in parameters.Select(pair => pair.Name).Zip(slots))
        {
            moments[$"{name}.mean"] = slot.Mean;
            moments[$"{name}.square"] = slot.Square;
        }
    }

    /// <summary>Made so far; set to resume from an earlier process, as are the <see cref="Moments"/>.</summary>
    public int Steps { get; set; }

    /// <summary>The running means, by the parameters' names.</summary>
    public IReadOnlyDictionary<string, Tensor> Moments => moments;

    /// <summary>Forgets the gradients, as after a step that failed.</summary>
    public void ClearGradients()
    {
        foreach (Slot slot in slots)
        {
            slot.Parameter.grad?.zero_();
        }
    }

    /// <summary>Takes the parameters' gradients and clears them.</summary>
    public void Step(double learningRate)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradients = no_grad();
        Steps++;
        double unbias1 = 1 - Math.Pow(Beta1, Steps);
        double unbias2 = Math.Sqrt(1 - Math.Pow(Beta2, Steps));
        using Scalar kept1 = Beta1, taken1 = 1 - Beta1, kept2 = Beta2, taken2 = 1 - Beta2;
        using Scalar one = 1, epsilon = Epsilon * unbias2;
        foreach ((Parameter parameter, Tensor mean, Tensor square, double part) in slots)
        {
            double rate = part * learningRate;
            using Scalar stride = -rate * unbias2 / unbias1, shrink = 1 - (rate * weightDecay);
            Tensor gradient = parameter.grad ?? throw new InvalidOperationException("A parameter has no gradient.");
            mean.mul_(kept1).add_(gradient, taken1);
            square.mul_(kept2).addcmul_(gradient, gradient, taken2);
            if (parameter.dim() > 1)
            {
                parameter.mul_(shrink);
            }

            parameter.addcdiv_(mean, square.sqrt().add_(epsilon, one), stride);
            gradient.zero_();
        }
    }

    public void Dispose()
    {
        foreach (Slot slot in slots)
        {
            slot.Mean.Dispose();
            slot.Square.Dispose();
        }
    }

    /// <param name="Parameter">What is trained.</param>
    /// <param name="Mean">Running mean of its gradient.</param>
    /// <param name="Square">Running mean of its gradient's square.</param>
    /// <param name="Rate">The part of the learning rate that holds for it.</param>
    private sealed record Slot(Parameter Parameter, Tensor Mean, Tensor Square, double Rate);
}
