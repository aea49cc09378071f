using Hasta.Recognition.Models;
using Hasta.TestKit;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Models.Vit;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Models.Vit;

/// <summary>Compares with the outputs of an independent implementation for weights in a published layout.</summary>
[Collection(TorchTurns.Name)]
public sealed class VitReferenceTests
{
    private const float Tolerance = 1e-4f;

    public VitReferenceTests() => TorchDevice.Load();

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void Hidden_states_and_logits_match_the_reference(int frozenBlocks)
    {
        using DisposeScope scope = NewDisposeScope();
        string folder = SharedData.Path("vit-reference");
        var published = VitFolder.Open(folder);
        var backbone = new VitBackbone(published.Config, frozenBlocks);
        published.LoadInto(backbone);
        backbone.eval();
        var reference = SafetensorsFile.Read(Path.Combine(folder, "reference.safetensors"));
        var weights = SafetensorsFile.Read(Path.Combine(folder, VitFolder.WeightsFile));

        Tensor hidden = backbone.call(ToTensor(reference["pixel_values"]));
        Tensor logits = nn.functional.linear(
            hidden.select(1, 0),
            ToTensor(weights["classifier.weight"]),
            ToTensor(weights["classifier.bias"]));

        AssertSame(reference["last_hidden_state"], hidden);
        AssertSame(reference["logits"], logits);
        Assert.Equal(frozenBlocks < 3, backbone.parameters().Any(parameter => parameter.requires_grad && parameter.shape.Length == 2));
    }

    private static Tensor ToTensor((long[] Shape, float[] Values) stored) => tensor(stored.Values, stored.Shape);

    private static void AssertSame((long[] Shape, float[] Values) expected, Tensor actual)
    {
        Assert.Equal(expected.Shape, actual.shape);
        float maxDifference = expected.Values.Zip(
            actual.detach().contiguous().data<float>().ToArray(),
            (one, other) => Math.Abs(one - other)).Max();
        Assert.True(maxDifference < Tolerance, $"{maxDifference} from the reference");
    }
}
