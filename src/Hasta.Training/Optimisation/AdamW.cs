using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Optimisation;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter 2019). Weight decay applies to matrices, not to biases and norms (one
/// dimension). TorchSharp 0.107 has its own AdamW, but the garbage collector may free the scalars it passes to native code while they are
/// in use: with other busy threads it fails with "Unknown scalar type", or performs a wrong step. Here every scalar is kept alive until
/// the step ends.
/// </summary>
internal sealed class AdamW : IDisposable
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;

    private readonly Slot[] slots;
    private readonly Dictionary<string, Tensor> moments = [];
    private readonly double weightDecay;

    /// <param name="parameters">The parameters to train.</param>
    /// <param name="weightDecay">Weight decay per step, multiplied by the learning rate.</param>
    /// <param name="rateOf">Returns the fraction of the learning rate for a parameter name; null for the full rate.</param>
    public AdamW(IEnumerable<(string Name, Parameter Parameter)> parameters, double weightDecay, Func<string, double>? rateOf = null)
    {
        this.weightDecay = weightDecay;
        slots =
        [
            .. parameters.Select(pair => new Slot(
                pair.Parameter, zeros_like(pair.Parameter), zeros_like(pair.Parameter), rateOf?.Invoke(pair.Name) ?? 1)),
        ];
        foreach ((string name, Slot slot) in parameters.Select(pair => pair.Name).Zip(slots))
        {
            moments[$"{name}.mean"] = slot.Mean;
            moments[$"{name}.square"] = slot.Square;
        }
    }

    /// <summary>Number of steps so far. To resume, set it to the value of the earlier process, like the <see cref="Moments"/>.</summary>
    public int Steps { get; set; }

    /// <summary>Running means of gradients and squared gradients, by parameter name.</summary>
    public IReadOnlyDictionary<string, Tensor> Moments => moments;

    /// <summary>Clears the gradients, for example after a failed step.</summary>
    public void ClearGradients()
    {
        foreach (Slot slot in slots)
        {
            slot.Parameter.grad?.zero_();
        }
    }

    /// <summary>Updates the parameters by their gradients and clears the gradients.</summary>
    public void Step(double learningRate)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradients = no_grad();
        Steps++;
        double unbias1 = 1 - Math.Pow(Beta1, Steps);
        double unbias2 = Math.Sqrt(1 - Math.Pow(Beta2, Steps));
        using Scalar kept1 = Beta1, taken1 = 1 - Beta1, kept2 = Beta2, taken2 = 1 - Beta2;
        using Scalar one = 1, epsilon = Epsilon * unbias2;
        foreach ((Parameter parameter, Tensor mean, Tensor square, double fraction) in slots)
        {
            double rate = fraction * learningRate;
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

    /// <param name="Parameter">The parameter.</param>
    /// <param name="Mean">Running mean of its gradient.</param>
    /// <param name="Square">Running mean of its squared gradient.</param>
    /// <param name="Rate">Fraction of the learning rate.</param>
    private sealed record Slot(Parameter Parameter, Tensor Mean, Tensor Square, double Rate);
}
