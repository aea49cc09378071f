using Hasta.Recognition.Models;
using Hasta.TestKit;
using Hasta.Training.Checkpoints;
using TorchSharp;

namespace Hasta.Training.Tests.Checkpoints;

public sealed class WeightsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public WeightsTests() => TorchDevice.Load();

    [Fact]
    public void Written_tensors_are_read_back()
    {
        string path = folder.At("weights.safetensors");
        using torch.Tensor matrix = torch.arange(6, dtype: torch.ScalarType.Float32).reshape(2, 3);
        using torch.Tensor scalar = torch.tensor(-1.5f);
        using torch.Tensor none = torch.zeros(0, 4);
        SafetensorsFile.Write(
            path,
            Weights.ToArrays(new Dictionary<string, torch.Tensor> { ["m"] = matrix.t(), ["scalar"] = scalar, ["none"] = none }));

        var read = SafetensorsFile.Read(path);

        Assert.Equal(["m", "none", "scalar"], read.Keys.Order());
        Assert.Equal([3L, 2L], read["m"].Shape);
        Assert.Equal([0, 3, 1, 4, 2, 5], read["m"].Values);
        Assert.Equal([0L, 4L], read["none"].Shape);
        Assert.Empty(read["scalar"].Shape);
        Assert.Equal([-1.5f], read["scalar"].Values);
    }

    public void Dispose() => folder.Dispose();
}
