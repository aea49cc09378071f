using Hasta.Training.Checkpoints;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Optimisation;

public sealed class AdamWTests
{
    public AdamWTests() => TorchDevice.Load();

    [Fact]
    public void Matrices_are_updated_like_torchs_own_AdamW_and_biases_do_not_decay()
    {
        using DisposeScope scope = NewDisposeScope();
        Parameter matrix = Start(3, 2), bias = Start(4), torchMatrix = Start(3, 2), torchBias = Start(4);
        using var ours = new Hasta.Training.Optimisation.AdamW([("matrix", matrix), ("bias", bias)], weightDecay: 0.1);
        using var decayed = optim.AdamW([torchMatrix], 0.01, weight_decay: 0.1);
        using var plain = optim.AdamW([torchBias], 0.01, weight_decay: 0);
        for (int step = 1; step <= 20; step++)
        {
            foreach ((Parameter one, Parameter other) in new[] { (matrix, torchMatrix), (bias, torchBias) })
            {
                Gradient(one, step);
                Gradient(other, step);
            }

            ours.Step(0.01);
            decayed.step();
            plain.step();
            decayed.zero_grad();
            plain.zero_grad();
        }

        AssertSame(torchMatrix, matrix);
        AssertSame(torchBias, bias);
    }

    [Fact]
    public void A_rate_factor_of_a_tenth_acts_like_a_tenth_of_the_learning_rate()
    {
        using DisposeScope scope = NewDisposeScope();
        Parameter slow = Start(3, 2), expected = Start(3, 2), fast = Start(3, 2);
        using var mixed = new Hasta.Training.Optimisation.AdamW(
            [("backbone.weight", slow), ("head.weight", fast)],
            0.1,
            name => name.StartsWith("backbone", StringComparison.Ordinal) ? 0.1 : 1);
        using var plain = new Hasta.Training.Optimisation.AdamW([("weight", expected)], 0.1);
        foreach (Parameter each in new[] { slow, expected, fast })
        {
            Gradient(each, 3);
        }

        mixed.Step(0.01);
        plain.Step(0.001);

        AssertSame(expected, slow);
        Assert.NotEqual(slow.data<float>().ToArray(), fast.data<float>().ToArray());
    }

    private static Parameter Start(params long[] shape) => new(linspace(-1, 2, shape.Aggregate((a, b) => a * b)).reshape(shape));

    private static void Gradient(Parameter parameter, int step) => ((parameter - step).square() * step).sum().backward();

    private static void AssertSame(Tensor expected, Tensor actual) =>
        Assert.All(
            expected.data<float>().ToArray().Zip(actual.data<float>().ToArray()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
}
