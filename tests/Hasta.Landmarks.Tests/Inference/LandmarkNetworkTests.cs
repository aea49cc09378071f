using Hasta.Landmarks.Inference;

namespace Hasta.Landmarks.Tests.Inference;

[Trait("speed", "slow")]
public sealed class LandmarkNetworkTests
{
    private static readonly ModelFiles Files = ModelFiles.Find();

    public static TheoryData<LandmarkModel> Models => [.. Enum.GetValues<LandmarkModel>()];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_matches_TensorFlow_Lite(LandmarkModel model)
    {
        using var network = LandmarkNetwork.Load(Files, model);
        var reference = TfliteReference.For(model);

        float[][] outputs = network.Run(TfliteReference.Paint(network.InputHeight, network.InputWidth));

        Assert.Equal(reference.Select(output => output.Name), network.Outputs.Select(output => output.Name));
        for (int i = 0; i < reference.Length; i++)
        {
            Assert.Equal(reference[i].Shape, network.Outputs[i].Shape);
            Assert.Equal(network.Outputs[i].Length, outputs[i].Length);
            float tolerance = 1e-4f * Math.Max(1, reference[i].Largest);
            var pairs = reference[i].Values.Zip(TfliteReference.Sample(outputs[i]));
            Assert.All(pairs, pair => Assert.Equal(pair.First, pair.Second, tolerance));
        }
    }

    [Fact]
    public void Omitting_outputs_does_not_change_the_others()
    {
        using var whole = LandmarkNetwork.Load(Files, LandmarkModel.PoseLandmarkLite);
        using var reduced = LandmarkNetwork.Load(Files, LandmarkModel.PoseLandmarkLite, ["Identity", "Identity_3"]);
        float[] input = TfliteReference.Paint(whole.InputHeight, whole.InputWidth);

        float[][] all = whole.Run(input);
        float[][] some = reduced.Run(input);

        Assert.Equal(["Identity", "Identity_3"], reduced.Outputs.Select(output => output.Name));
        Assert.All(all[0].Zip(some[0]), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
        Assert.All(all[3].Zip(some[1]), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
    }

    [Fact]
    public void Several_threads_can_run_one_network_concurrently()
    {
        using var network = LandmarkNetwork.Load(Files, LandmarkModel.FaceDetectionShortRange);
        float[] input = TfliteReference.Paint(network.InputHeight, network.InputWidth);
        float[][] inputs = [.. Enumerable.Range(1, 4).Select(scale => Array.ConvertAll(input, value => value / scale))];
        float[][] alone = Array.ConvertAll(inputs, value => network.Run(value)[0]);

        float[][] together = new float[inputs.Length][];
        Parallel.For(0, inputs.Length, i => together[i] = network.Run(inputs[i])[0]);

        Assert.Equal(alone, together);
        Assert.NotEqual(alone[0], alone[1]);
    }

    [Fact]
    public void An_input_of_another_size_and_an_unknown_output_are_argument_errors()
    {
        using var network = LandmarkNetwork.Load(Files, LandmarkModel.HandRecrop);

        Assert.Throws<ArgumentException>(() => network.Run(new float[5]));
        Assert.Throws<ArgumentException>(() => LandmarkNetwork.Load(Files, LandmarkModel.HandRecrop, ["nonsense"]));
    }
}
