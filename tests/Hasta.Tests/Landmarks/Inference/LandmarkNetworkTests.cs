using Hasta.Landmarks.Inference;

namespace Hasta.Tests.Landmarks.Inference;

public sealed class LandmarkNetworkTests
{
    private static readonly ModelFiles Files = ModelFiles.Find();

    public static TheoryData<LandmarkModel> Models => [.. Enum.GetValues<LandmarkModel>()];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_computes_what_TensorFlow_Lite_computes(LandmarkModel model)
    {
        using var network = LandmarkNetwork.Load(Files, model);
        var reference = TfliteReference.Of(model);

        float[][] outputs = network.Run(TfliteReference.Paint(network.InputHeight, network.InputWidth));

        Assert.Equal(reference.Select(output => output.Name), network.Outputs.Select(output => output.Name));
        for (int i = 0; i < reference.Length; i++)
        {
            Assert.Equal(reference[i].Shape, network.Outputs[i].Shape);
            Assert.Equal(network.Outputs[i].Length, outputs[i].Length);
            float tolerance = 1e-4f * Math.Max(1, reference[i].Largest);
            Assert.All(reference[i].Values.Zip(TfliteReference.Sample(outputs[i])), pair => Assert.Equal(pair.First, pair.Second, tolerance));
        }
    }

    [Fact]
    public void Outputs_left_out_do_not_change_the_others()
    {
        using var whole = LandmarkNetwork.Load(Files, LandmarkModel.PoseLandmarkLite);
        using var part = LandmarkNetwork.Load(Files, LandmarkModel.PoseLandmarkLite, ["Identity", "Identity_3"]);
        float[] picture = TfliteReference.Paint(whole.InputHeight, whole.InputWidth);

        float[][] all = whole.Run(picture);
        float[][] some = part.Run(picture);

        Assert.Equal(["Identity", "Identity_3"], part.Outputs.Select(output => output.Name));
        Assert.All(all[0].Zip(some[0]), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
        Assert.All(all[3].Zip(some[1]), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
    }

    [Fact]
    public void Several_threads_may_run_one_network_at_once()
    {
        using var network = LandmarkNetwork.Load(Files, LandmarkModel.FaceDetectionShortRange);
        float[][] pictures = [.. Enumerable.Range(1, 4).Select(scale => TfliteReference.Paint(128, 128).Select(value => value / scale).ToArray())];
        float[][] alone = Array.ConvertAll(pictures, picture => network.Run(picture)[0]);

        float[][] together = pictures.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(picture => network.Run(picture)[0]).ToArray();

        Assert.Equal(alone, together);
        Assert.NotEqual(alone[0], alone[1]);
    }

    [Fact]
    public void A_picture_of_another_size_and_an_unknown_output_are_the_callers_bugs()
    {
        using var network = LandmarkNetwork.Load(Files, LandmarkModel.HandRecrop);

        Assert.Throws<ArgumentException>(() => network.Run(new float[5]));
        Assert.Throws<ArgumentException>(() => LandmarkNetwork.Load(Files, LandmarkModel.HandRecrop, ["nonsense"]));
    }
}
