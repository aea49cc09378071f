using System.Text.Json;
using Hasta.Recognition.Models;

namespace Hasta.Training.Models.Vit;

/// <summary>Reads Hugging Face's settings of a ViT. Keys that do not affect predictions are ignored.</summary>
internal static class VitJson
{
    /// <param name="config">The root of <c>config.json</c>.</param>
    /// <param name="preprocessor">The root of <c>preprocessor_config.json</c>; null if there is none.</param>
    /// <exception cref="ArgumentException">The kind of model or its computation is not supported.</exception>
    /// <exception cref="InvalidOperationException">A value has the wrong type.</exception>
    /// <exception cref="FormatException">A number is too large.</exception>
    public static VitConfig Read(JsonElement config, JsonElement? preprocessor)
    {
        Require(config, "model_type", "vit");
        Require(config, "hidden_act", "gelu");
        if (IntOf(config, "num_channels", 3) != 3)
        {
            throw new ArgumentException("num_channels must be 3: frames have red, green and blue.");
        }

        var defaults = new VitConfig();
        return new VitConfig
        {
            ImageSize = IntOf(config, "image_size", defaults.ImageSize),
            PatchSize = IntOf(config, "patch_size", defaults.PatchSize),
            HiddenSize = IntOf(config, "hidden_size", defaults.HiddenSize),
            Layers = IntOf(config, "num_hidden_layers", defaults.Layers),
            Heads = IntOf(config, "num_attention_heads", defaults.Heads),
            IntermediateSize = IntOf(config, "intermediate_size", defaults.IntermediateSize),
            LayerNormEpsilon = config.TryGetProperty("layer_norm_eps", out JsonElement epsilon)
                ? epsilon.GetDouble()
                : defaults.LayerNormEpsilon,
            QkvBias = !config.TryGetProperty("qkv_bias", out JsonElement bias) || bias.GetBoolean(),
            Mean = ColoursOf(preprocessor, "image_mean") ?? defaults.Mean,
            Deviation = ColoursOf(preprocessor, "image_std") ?? defaults.Deviation,
        };
    }

    private static void Require(JsonElement config, string key, string required)
    {
        string? found = config.TryGetProperty(key, out JsonElement value) ? value.GetString() : required;
        if (found != required)
        {
            throw new ArgumentException($"{key} is \"{found}\"; only \"{required}\" is supported.");
        }
    }

    private static int IntOf(JsonElement config, string key, int defaultValue) =>
        config.TryGetProperty(key, out JsonElement value) ? value.GetInt32() : defaultValue;

    private static float[]? ColoursOf(JsonElement? preprocessor, string key) =>
        preprocessor?.TryGetProperty(key, out JsonElement colours) == true
            ? [.. colours.EnumerateArray().Take(4).Select(colour => colour.GetSingle())]
            : null;
}
