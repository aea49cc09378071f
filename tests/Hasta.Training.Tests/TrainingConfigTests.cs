using System.Reflection;
using System.Text.Json;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.TestKit.Training;
using Hasta.Training.Data;

namespace Hasta.Training.Tests;

public sealed class TrainingConfigTests
{
    [Fact]
    public void A_config_survives_a_round_trip()
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
    [InlineData("{\"fewestSteps\": 20}", "minSteps")]
    [InlineData("{\"features\": {\"mostFrames\": 48}}", "maxFrames")]
    [InlineData("{\"batch\": 8}", "batchSize")]
    public void The_error_for_an_old_key_names_the_current_one(string json, string key) =>
        Assert.Contains(
            $"is now called {key}",
            Assert.Throws<BadFileException>(() => StrictJson.Parse<TrainingConfig>("config.json", json)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"epochs\": 0}", "epochs")]
    [InlineData("{\"batchSize\": 1}", "batch")]
    [InlineData("{\"patience\": 0}", "patience")]
    [InlineData("{\"augmentation\": {\"mirror\": 2}}", "mirror")]
    [InlineData("{\"keepEpochs\": -1}", "keepEpochs")]
    public void A_value_out_of_range_is_named(string json, string key) =>
        Assert.Contains(key, Assert.Throws<ArgumentException>(StrictJson.Parse<TrainingConfig>("config.json", json).Validate).Message);

    /// <summary>Read by code other than its own record, whose validation and equality do not show what a key does.</summary>
    [Theory]
    [InlineData(typeof(TrainingConfig))]
    [InlineData(typeof(AugmentationConfig))]
    [InlineData(typeof(FeatureConfig))]
    [InlineData(typeof(LandmarkMlpConfig))]
    [InlineData(typeof(BiLstmConfig))]
    [InlineData(typeof(ConvTransformerConfig))]
    public void Every_key_is_read(Type config) => Assert.Empty(Unread(config));

    [Fact]
    public void Every_nested_config_is_checked()
    {
        Type[] nested =
        [
            .. typeof(TrainingConfig).GetProperties()
                .Select(property => property.PropertyType)
                .Where(type => type.Name.EndsWith("Config", StringComparison.Ordinal)),
        ];

        Assert.Equal([typeof(ModelConfig), typeof(FeatureConfig), typeof(AugmentationConfig)], nested);
    }

    [Fact]
    public void An_unread_key_is_found() => Assert.Equal([nameof(IdleConfig.Idle)], Unread(typeof(IdleConfig)));

    private static IEnumerable<string> Unread(Type config)
    {
        HashSet<MethodBase> called =
        [
            .. new[] { config.Assembly, typeof(Trainer).Assembly }.Distinct().SelectMany(CompiledCalls.Methods)
                .Where(method => method.DeclaringType != config && method.DeclaringType!.DeclaringType != config)
                .SelectMany(CompiledCalls.Of),
        ];
        return config.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod is not null && !called.Contains(property.GetMethod!))
            .Select(property => property.Name);
    }

    private sealed record IdleConfig
    {
        public int Used { get; init; }

        public int Idle { get; init; }
    }

    private static class UsesConfig
    {
        public static int Of(IdleConfig config) => config.Used;
    }
}
