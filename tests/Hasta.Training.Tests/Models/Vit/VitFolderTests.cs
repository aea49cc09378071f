using Hasta.Landmarks;
using Hasta.Recognition.Models;
using Hasta.TestKit;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Models.Vit;
using TorchSharp;

namespace Hasta.Training.Tests.Models.Vit;

[Collection(TorchTurns.Name)]
public sealed class VitFolderTests : IDisposable
{
    private const string Config =
        """{"model_type":"vit","hidden_size":8,"num_hidden_layers":2,"num_attention_heads":2,"intermediate_size":"""
        + """16,"image_size":32,"patch_size":16,"layer_norm_eps":1e-6}""";

    private readonly TempFolder folder = new();

    public VitFolderTests() => TorchDevice.Load();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Sizes_and_colours_are_read_from_the_folder()
    {
        Write(Config);
        folder.Write(
            "preprocessor_config.json",
            """{"image_mean":[0.4,0.5,0.6],"image_std":[0.2,0.3,0.4],"size":{"height":32,"width":32}}""");

        VitConfig config = VitFolder.Open(folder.Path).Config;

        Assert.Equal(
            (32, 16, 8, 2, 2, 16, 1e-6),
            (
                config.ImageSize, config.PatchSize, config.HiddenSize, config.Layers, config.Heads, config.IntermediateSize,
                config.LayerNormEpsilon));
        Assert.Equal([0.4f, 0.5f, 0.6f], config.Mean);
        Assert.Equal([0.2f, 0.3f, 0.4f], config.Deviation);
    }

    [Fact]
    public void Without_a_preprocessor_config_the_mean_is_one_half()
    {
        Write(Config);

        Assert.Equal([0.5f, 0.5f, 0.5f], VitFolder.Open(folder.Path).Config.Mean);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("vit.", true)]
    [InlineData("other.", false)]
    public void Weights_load_with_and_without_the_classifier_prefix(string prefix, bool fits)
    {
        Write(Config, prefix);
        var published = VitFolder.Open(folder.Path);
        using var backbone = new VitBackbone(published.Config, 0);

        Exception? error = Record.Exception(() => published.LoadInto(backbone));

        Assert.Equal(fits, error is null);
        Assert.True(fits ? Numbers(backbone).All(value => value == 0.25f) : error is BadFileException);
    }

    [Theory]
    [InlineData("""{"model_type":"deit"}""", "model_type")]
    [InlineData("""{"model_type":"vit","hidden_act":"gelu_new"}""", "hidden_act")]
    [InlineData("""{"model_type":"vit","num_channels":1}""", "num_channels")]
    [InlineData("""{"model_type":"vit","hidden_size":"many"}""", "config.json")]
    [InlineData("""{"model_type":"vit","image_size":[224,224]}""", "config.json")]
    [InlineData("""{"model_type":"vit","hidden_size":99999999999}""", "config.json")]
    [InlineData("""{"model_type":"vit","image_size":225}""", "imageSize")]
    [InlineData("""{"model_type":"vit",""", "not valid JSON")]
    public void An_unsupported_model_is_an_error_that_names_the_reason(string config, string expected)
    {
        Write(config);

        Assert.Contains(expected, Assert.Throws<BadFileException>(() => VitFolder.Open(folder.Path)).Message);
    }

    [Fact]
    public void Missing_files_are_named()
    {
        Assert.Contains("config.json", Assert.Throws<BadFileException>(() => VitFolder.Open(folder.Path)).Message);
        folder.Write("config.json", Config);
        Assert.Contains("model.safetensors", Assert.Throws<BadFileException>(() => VitFolder.Open(folder.Path)).Message);
    }

    [Fact]
    public void Weights_with_more_layers_than_configured_are_rejected()
    {
        Write(Config);
        folder.Write("config.json", Config.Replace("\"num_hidden_layers\":2", "\"num_hidden_layers\":1", StringComparison.Ordinal));
        var published = VitFolder.Open(folder.Path);
        using var backbone = new VitBackbone(published.Config, 0);

        Assert.Contains("encoder.layer.1", Assert.Throws<BadFileException>(() => published.LoadInto(backbone)).Message);
    }

    [Fact]
    public void Non_finite_weights_are_rejected()
    {
        Write(Config, value: float.NaN);
        var published = VitFolder.Open(folder.Path);
        using var backbone = new VitBackbone(published.Config, 0);

        Assert.Contains("finite", Assert.Throws<BadFileException>(() => published.LoadInto(backbone)).Message);
    }

    /// <summary>Writes weights of small sizes, all with the same value, and those of a classifier.</summary>
    private void Write(string config, string prefix = "vit.", float value = 0.25f)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        folder.Write("config.json", config);
        var small = new VitConfig { ImageSize = 32, HiddenSize = 8, Layers = 2, Heads = 2, IntermediateSize = 16 };
        Dictionary<string, torch.Tensor> weights = Weights.Collect(new VitBackbone(small, 0))
            .ToDictionary(pair => prefix + pair.Key, pair => torch.full(pair.Value.shape, value));
        weights["classifier.weight"] = torch.zeros(3, 8);
        weights["pooler.dense.bias"] = torch.zeros(8);
        SafetensorsFile.Write(folder.At("model.safetensors"), Weights.ToArrays(weights));
    }

    private static IEnumerable<float> Numbers(VitBackbone backbone) =>
        backbone.parameters().SelectMany(parameter => parameter.data<float>().ToArray());
}
