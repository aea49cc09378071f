using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Data;
using Hasta.Training.Models.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Models.Layers;

[Collection(TorchTurns.Name)]
public sealed class FeatureDropoutTests
{
    public FeatureDropoutTests() => TorchDevice.Load();

    [Fact]
    public void A_feature_is_dropped_in_all_frames_of_a_clip_or_in_none()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(6);
        var dropout = new FeatureDropout(0.25);
        Tensor mask = ones(2, 9, dtype: ScalarType.Bool);
        mask[1, 5..] = zeros(4, dtype: ScalarType.Bool);
        var real = new FrameMask(mask);

        Tensor found = dropout.call(ones(14, 400), real);                      // [frame, feature]

        Assert.All((Tensor[])[found[..9], found[9..]], clip => Assert.Equal(0, (clip - clip[0]).abs().max().item<float>()));
        Assert.False(found[0].equal(found[13]).all().item<bool>());
        Assert.InRange(found.eq(zeros(1)).to(ScalarType.Float32).mean().item<float>(), 0.15f, 0.35f);
        Assert.Equal(1 / 0.75f, found.max().item<float>(), 1e-5f);
    }

    [Fact]
    public void Recognition_keeps_every_feature()
    {
        using DisposeScope scope = NewDisposeScope();
        var dropout = new FeatureDropout(0.25);
        dropout.eval();
        Tensor frames = randn(5, 7);

        Assert.True(frames.equal(dropout.call(frames, new FrameMask(ones(1, 5, dtype: ScalarType.Bool)))).all().item<bool>());
    }
}
