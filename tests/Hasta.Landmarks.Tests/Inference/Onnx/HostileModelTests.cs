using Hasta.Landmarks.Inference;
using Hasta.Landmarks.Inference.Onnx;

namespace Hasta.Landmarks.Tests.Inference.Onnx;

[Trait("speed", "slow")]
public sealed class HostileModelTests
{
    [Theory]
    [InlineData(25, "25")]
    [InlineData(200, "200")]
    public void An_unknown_operator_is_an_error_that_names_it(int code, string name)
    {
        var model = new SmallModel(1, 2, 2, 1);
        byte[] file = model.Operator(code, [0], model.Value(1, 2, 2, 1)).ToFile();

        var error = Assert.Throws<BadFileException>(() => OnnxExporter.Export(file, "odd.tflite"));

        Assert.Equal("odd.tflite", error.Path);
        Assert.Contains($"operator {name}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_option_is_an_error_that_names_the_operator()
    {
        var model = new SmallModel(1, 2, 2, 1);
        byte[] file = model.Operator(0, [0, 0], model.Value(1, 2, 2, 1), (0, (byte)4)).ToFile();

        var error = Assert.Throws<BadFileException>(() => OnnxExporter.Export(file, "odd.tflite"));

        Assert.Contains("Add operator has the fused activation 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_of_a_small_model_is_refused()
    {
        byte[] file = Variety();

        for (int length = 0; length < file.Length; length += 3)
        {
            Assert.Throws<BadFileException>(() => OnnxExporter.Export(file[..length], "torn.tflite"));
        }
    }

    // The small model is nearly all structure, so most flips hit offsets, shapes, options and sparse levels.
    [Fact]
    public void A_small_model_with_flipped_bits_is_exported_or_refused() =>
        Assert.InRange(CountRefused(Variety(), 4_000), 1_000, 4_000);

    [Fact]
    public void A_real_model_with_flipped_bits_is_exported_or_refused() =>
        Assert.InRange(CountRefused(ModelFiles.Find().Read(LandmarkModel.HandRecrop), 300), 0, 300);

    /// <summary>Any exception other than BadFileException fails the test.</summary>
    private static int CountRefused(byte[] original, int mutations)
    {
        var random = new Random(7);
        int refused = 0;
        for (int i = 0; i < mutations; i++)
        {
            byte[] file = [.. original];
            for (int flips = random.Next(1, 4); flips > 0; flips--)
            {
                file[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
            }

            refused += IsRefused(file) ? 1 : 0;
        }

        return refused;
    }

    private static bool IsRefused(byte[] file)
    {
        try
        {
            OnnxExporter.Export(file, "flipped.tflite");
            return false;
        }
        catch (BadFileException)
        {
            return true;
        }
    }

    /// <summary>A model with nearly every structure that the exporter reads.</summary>
    private static byte[] Variety()
    {
        var model = new SmallModel(1, 4, 4, 2);
        int convolved = model.Value(1, 2, 2, 2);
        int[] weights = [model.Constant([1, 2, 3, 4], 2, 1, 1, 2), model.Constant([5, 6], 2)];
        model.Operator(3, [0, .. weights], convolved, (0, (byte)0), (1, 2), (2, 2), (3, (byte)1), (4, 1), (5, 1));
        int resized = model.Value(1, 4, 4, 2);
        model.Operator(23, [convolved, model.Ints([4, 4], 2)], resized, (2, false), (3, true));
        int padded = model.Value(1, 5, 4, 2);
        model.Operator(34, [resized, model.Ints([0, 0, 1, 0, 0, 0, 0, 0], 4, 2)], padded);
        int sliced = model.Value(1, 4, 4, 2);
        int[] bounds = [model.Ints([0, 1, 0, 0], 4), model.Ints([1, 5, 4, 2], 4), model.Ints([1, 1, 1, 1], 4)];
        model.Operator(45, [padded, .. bounds], sliced, (0, 0), (1, 0), (2, 0), (3, 0), (4, 0));
        int mean = model.Value(1, 2);
        model.Operator(40, [sliced, model.Ints([1, 2], 2)], mean, (0, false));
        int sparse = model.Sparse(new SparseWeights
        {
            Values = [1, 2],
            Shape = [2, 2],
            Order = [0, 1],
            Levels = [SparseWeights.Level.Dense(2), SparseWeights.Level.Sparse([0, 1, 2], [1, 0])],
        });
        int dense = model.Value(2, 2);
        model.Operator(124, [sparse], dense);
        int connected = model.Value(1, 2);
        model.Operator(9, [mean, dense], connected, (0, (byte)0), (1, (byte)0));
        int joined = model.Value(1, 4);
        model.Operator(2, [mean, connected], joined, (0, 1), (1, (byte)0));
        int shaped = model.Value(1, 2, 2, 1);
        return model.Operator(22, [joined], shaped).ToFile();
    }
}
