using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Models.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Models.Layers;

[Collection(TorchTurns.Name)]
public sealed class ChannelGateTests
{
    public ChannelGateTests() => TorchDevice.Load();

    [Theory]
    [InlineData(ScalarType.Float32, 1e-6f)]
    [InlineData(ScalarType.BFloat16, 0.03f)]
    public void The_gate_is_a_convolution_over_the_channels(ScalarType type, float tolerance)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(4);
        var gate = new ChannelGate();
        Tensor weight = gate.parameters().Single().detach().clone(); // [1, 1, 5]
        Tensor means = randn(3, 64);
        gate.to(type);

        Tensor found = gate.call(means.to(type)).to(ScalarType.Float32);

        Tensor expected = nn.functional.conv1d(means.unsqueeze(1), weight, padding: 2).squeeze(1).sigmoid();
        Assert.True((found - expected).abs().max().item<float>() < tolerance);
    }
}
