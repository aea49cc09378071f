using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Models.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Models.Layers;

[Collection(TorchTurns.Name)]
public sealed class CausalDepthwiseTests
{
    public CausalDepthwiseTests() => TorchDevice.Load();

    /// <summary>Clips shorter and longer than the kernel.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void The_training_product_equals_the_convolution_and_its_gradient(int time)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(4);
        var layer = new CausalDepthwise(width: 6, kernel: 17);
        Tensor frames = randn(2, time, 6);
        Tensor outputGradient = randn(2, time, 6);

        (Tensor trained, Tensor trainedGradient) = Run(training: true, layer, frames, outputGradient);
        (Tensor evaluated, Tensor evaluatedGradient) = Run(training: false, layer, frames, outputGradient);

        Assert.True((trained - evaluated).abs().max().item<float>() < 1e-5f);
        Assert.True((trainedGradient - evaluatedGradient).abs().max().item<float>() < 1e-4f);
    }

    private static (Tensor Output, Tensor Gradient) Run(bool training, CausalDepthwise layer, Tensor frames, Tensor outputGradient)
    {
        layer.train(training);
        layer.zero_grad();
        Tensor output = layer.call(frames);
        (output * outputGradient).sum().backward();
        return (output, layer.parameters().Single().grad!.clone());
    }
}
