using System.Security.Cryptography;
using System.Text.Json;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;
using Hasta.Recognition.Models;
using Hasta.Training.Checkpoints;
using TorchSharp;

namespace Hasta.Training.Models.Vit;

/// <summary>A published Vision Transformer in Hugging Face's layout: <c>config.json</c>, <c>model.safetensors</c> and, where there, <c>preprocessor_config.json</c>.</summary>
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

    /// <summary>The sizes and the normalisation that the folder declares.</summary>
    public VitConfig Config { get; }

    /// <summary>Of the weights' file, lower-case hex.</summary>
    public string Sha256 { get; }

    /// <returns>A network that starts from it: the backbone's sizes and normalisation become its own.</returns>
    public VitFusionConfig AsStartOf(VitFusionConfig config) => config with { Backbone = Config, PretrainedSha256 = Sha256 };

    /// <exception cref="BadFileException">A file is missing, or is not of a Vision Transformer that can be computed here.</exception>
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
            RequireNumbers(read, Path.Combine(folder, WeightsFile));
            return new VitFolder(Path.Combine(folder, WeightsFile), read, HashOf(Path.Combine(folder, WeightsFile)));
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or FormatException)
        {
            throw new BadFileException(configPath, error.Message, "Give a ViT model, such as google/vit-base-patch16-224-in21k.", error);
        }
    }

    /// <summary>Fills the backbone with the published weights; a classifier or pooler beside them is left alone.</summary>
    /// <exception cref="BadFileException">Torn, or a tensor is missing, left over, of another shape or not finite.</exception>
    public void LoadInto(VitBackbone backbone)
    {
        var stored = SafetensorsFile.Read(weights);
        string prefix = stored.Keys.Any(name => name.StartsWith(Prefix, StringComparison.Ordinal)) ? Prefix : "";
        Dictionary<string, torch.Tensor> wanted = Weights.Collect(backbone).ToDictionary(pair => prefix + pair.Key, pair => pair.Value);
        string layers = prefix + "encoder.";
        if (stored.Keys.FirstOrDefault(name => name.StartsWith(layers, StringComparison.Ordinal) && !wanted.ContainsKey(name)) is { } surplus)
        {
            throw new BadFileException(weights, $"{surplus} is no part of the model that {ConfigFile} tells of.", "Both must come from one model.");
        }

        Weights.Fill(wanted, stored, weights);
    }

    /// <summary>A published model's sizes can demand any amount of memory; its file, of two bytes or more per number, bounds it.</summary>
    private static void RequireNumbers(VitConfig config, string path)
    {
        if (InputFile.Find(path) is { Exists: true } file && config.MinParameters > file.Length / 2)
        {
            throw new ArgumentException($"a model of these sizes has at least {config.MinParameters} numbers, and {file.Name} is only {file.Length} bytes long.");
        }
    }

    private static JsonDocument ReadJson(string path)
    {
        FileInfo file = InputFile.Find(path);
        if (!file.Exists || file.Length > MaxJsonBytes)
        {
            throw new BadFileException(path, file.Exists ? "this is too large for settings." : "this file is missing.", "Give the folder of a model as Hugging Face's hub has it.");
        }

        try
        {
            return JsonDocument.Parse(StrictText.Read(path));
        }
        catch (JsonException error)
        {
            throw new BadFileException(path, $"this is no JSON: {error.Message}", "Copy it again.", error);
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
            throw new BadFileException(path, $"it cannot be read: {error.Message}", $"A model's folder holds its weights as {WeightsFile}.", error);
        }
    }
}
