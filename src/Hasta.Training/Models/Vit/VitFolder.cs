using System.Security.Cryptography;
using System.Text.Json;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;
using Hasta.Recognition.Models;
using Hasta.Training.Checkpoints;
using TorchSharp;

namespace Hasta.Training.Models.Vit;

/// <summary>
/// A published Vision Transformer in Hugging Face's layout: <c>config.json</c>, <c>model.safetensors</c> and optionally
/// <c>preprocessor_config.json</c>.
/// </summary>
internal sealed class VitFolder
{
    public const string ConfigFile = "config.json";
    public const string WeightsFile = "model.safetensors";
    public const string PreprocessorFile = "preprocessor_config.json";

    private const string Prefix = "vit.";
    private const int MaxJsonBytes = 1 << 20;

    private readonly string weights;

    private VitFolder(string weights, VitConfig config, string sha256)
    {
        this.weights = weights;
        Config = config;
        Sha256 = sha256;
    }

    /// <summary>Sizes and normalization that the folder declares.</summary>
    public VitConfig Config { get; }

    /// <summary>SHA-256 of the weights file, in lowercase hex.</summary>
    public string Sha256 { get; }

    /// <returns>Settings of a network that starts from these weights, with the sizes and normalization of this backbone.</returns>
    public VitFusionConfig ApplyTo(VitFusionConfig config) => config with { Backbone = Config, PretrainedSha256 = Sha256 };

    /// <exception cref="BadFileException">A file is missing, or does not describe a supported Vision Transformer.</exception>
    public static VitFolder Open(string folder)
    {
        string configPath = Path.Combine(folder, ConfigFile);
        string preprocessorPath = Path.Combine(folder, PreprocessorFile);
        using JsonDocument config = ReadJson(configPath);
        using JsonDocument? preprocessor = File.Exists(preprocessorPath) ? ReadJson(preprocessorPath) : null;
        try
        {
            VitConfig read = VitJson.Read(config.RootElement, preprocessor?.RootElement);
            read.Validate();
            RequireFileSize(read, Path.Combine(folder, WeightsFile));
            return new VitFolder(Path.Combine(folder, WeightsFile), read, HashOf(Path.Combine(folder, WeightsFile)));
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or FormatException)
        {
            throw new BadFileException(configPath, error.Message, "Use a ViT model, for example google/vit-base-patch16-224-in21k.", error);
        }
    }

    /// <summary>Fills the backbone with the published weights; a classifier or pooler in the file is ignored.</summary>
    /// <exception cref="BadFileException">
    /// The file is corrupt, or a tensor is missing, unexpected, not finite, or has another shape.
    /// </exception>
    public void LoadInto(VitBackbone backbone)
    {
        var stored = SafetensorsFile.Read(weights);
        string prefix = stored.Keys.Any(name => name.StartsWith(Prefix, StringComparison.Ordinal)) ? Prefix : "";
        Dictionary<string, torch.Tensor> expected = Weights.Collect(backbone).ToDictionary(pair => prefix + pair.Key, pair => pair.Value);
        string layers = prefix + "encoder.";
        bool IsSurplus(string name) => name.StartsWith(layers, StringComparison.Ordinal) && !expected.ContainsKey(name);
        if (stored.Keys.FirstOrDefault(IsSurplus) is { } surplus)
        {
            throw new BadFileException(
                weights,
                $"{surplus} does not belong to the model that {ConfigFile} describes.",
                "Both files must come from the same model.");
        }

        Weights.Fill(expected, stored, weights);
    }

    /// <summary>
    /// Rejects sizes that do not match the weights file, which has at least two bytes per number: otherwise a model could request any
    /// amount of memory.
    /// </summary>
    private static void RequireFileSize(VitConfig config, string path)
    {
        if (InputFile.Find(path) is { Exists: true } file && config.MinParameters > file.Length / 2)
        {
            throw new ArgumentException(
                $"a model of these sizes has at least {config.MinParameters} numbers, but {file.Name} is only {file.Length} bytes long.");
        }
    }

    private static JsonDocument ReadJson(string path)
    {
        FileInfo file = InputFile.Find(path);
        if (!file.Exists || file.Length > MaxJsonBytes)
        {
            throw new BadFileException(
                path,
                file.Exists ? "this file is too large for settings." : "this file is missing.",
                "Use the folder of a model in the layout of Hugging Face's hub.");
        }

        try
        {
            return JsonDocument.Parse(StrictText.Read(path));
        }
        catch (JsonException error)
        {
            throw new BadFileException(path, $"this is not valid JSON: {error.Message}", "Copy the file again.", error);
        }
    }

    private static string HashOf(string path)
    {
        try
        {
            using FileStream file = InputFile.Open(path);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadFileException(
                path,
                $"it cannot be read: {error.Message}",
                $"The folder of a model must contain its weights as {WeightsFile}.",
                error);
        }
    }
}
