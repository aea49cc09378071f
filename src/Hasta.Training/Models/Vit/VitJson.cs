using System.Text.Json;
using Hasta.Recognition.Models;

namespace Hasta.Training.Models.Vit;

/// <summary>Reads Hugging Face's settings of a ViT. They hold many keys that play no part in a prediction: those are left alone.</summary>
internal static class VitJson
{
    /// <param name="config">The root of <c>config.json</c>.</param>
    /// <param name="preprocessor">The root of <c>preprocessor_config.json</c>, where there is one.</param>
    /// <exception cref="ArgumentException">Another kind of model, or one that is computed in another way.</exception>
    /// <exception cref="InvalidOperationException">A value is of another type than it should be.</exception>
    /// <exception cref="FormatException">A number is too large.</exception>
    public static VitConfig Read(JsonElement config, JsonElement? preprocessor)
    {
        Require(config, "model_type", "vit");
        Require(config, "hidden_act", "gelu");
        if (IntOf(config, "num_channels", 3) != 3)
        {
            throw new ArgumentException("num_channels is not 3: pictures have red, green and blue.");
        }

        var published = new VitConfig();
        return new VitConfig
        {
            ImageSize = IntOf(config, "image_size", published.ImageSize),
            PatchSize = IntOf(config, "patch_size", published.PatchSize),
            HiddenSize = IntOf(config, "hidden_size", published.HiddenSize),
            Layers = IntOf(config, "num_hidden_layers", published.Layers),
            Heads = IntOf(config, "num_attention_heads", published.Heads),
            IntermediateSize = IntOf(config, "intermediate_size", published.IntermediateSize),
            LayerNormEpsilon = config.TryGetProperty("layer_norm_eps", out JsonElement epsilon) ? epsilon.GetDouble() : published.LayerNormEpsilon,
            QkvBias = !config.TryGetProperty("qkv_bias", out JsonElement bias) || bias.GetBoolean(),
            Mean = ColoursOf(preprocessor, "image_mean") ?? published.Mean,
            Deviation = ColoursOf(preprocessor, "image_std") ?? published.Deviation,
        };
    }

    private static void Require(JsonElement config, string key, string wanted)
    {
        string? found = config.TryGetProperty(key, out JsonElement value) ? value.GetString() : wanted;
        if (found != wanted)
        {
            throw new ArgumentException($"{key} is \"{found}\", and only \"{wanted}\" can be computed here.");
        }
    }

    private static int IntOf(JsonElement config, string key, int published) => config.TryGetProperty(key, out JsonElement value) ? value.GetInt32() : published;

    private static float[]? ColoursOf(JsonElement? preprocessor, string key) =>
        preprocessor?.TryGetProperty(key, out JsonElement colours) == true ? [.. colours.EnumerateArray().Take(4).Select(colour => colour.GetSingle())] : null;
}
