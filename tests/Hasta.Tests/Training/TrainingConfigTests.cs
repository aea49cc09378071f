using System.Text.Json;
using Hasta.Training;

namespace Hasta.Tests.Training;

public sealed class TrainingConfigTests
{
    [Fact]
    public void A_config_reads_back_as_it_was()
    {
        TrainingConfig config = SmallCorpus.Config;

        Assert.Equal(config, StrictJson.Parse<TrainingConfig>("config.json", JsonSerializer.Serialize(config, StrictJson.Indented)));
    }

    [Theory]
    [InlineData("{\"epoch\": 3}", "epoch")]
    [InlineData("{\"augmentation\": {\"miror\": 0.5}}", "miror")]
    [InlineData("{\"model\": {\"kind\": \"landmarkMlp\", \"layers\": 3}}", "layers")]
    [InlineData("{\"model\": {\"kind\": \"oracle\"}}", "oracle")]
    public void An_unknown_key_is_named(string json, string key) =>
        Assert.Contains(key, Assert.Throws<BadFileException>(() => StrictJson.Parse<TrainingConfig>("config.json", json)).Message);

    [Theory]
    [InlineData("{\"epochs\": 0}", "epochs")]
    [InlineData("{\"batch\": 1}", "batch")]
    [InlineData("{\"patience\": 0}", "patience")]
    [InlineData("{\"augmentation\": {\"mirror\": 2}}", "mirror")]
    public void A_value_out_of_range_is_named(string json, string key) =>
        Assert.Contains(key, Assert.Throws<ArgumentException>(StrictJson.Parse<TrainingConfig>("config.json", json).Validate).Message);
}
