using TorchSharp;

namespace Hasta.Models;

/// <summary>A trained model as a folder: <c>weights.safetensors</c>, <c>config.json</c>, <c>vocabulary.json</c>. Never a pickle.</summary>
public sealed class Checkpoint : IDisposable
{
    public const string BestFolder = "best";
    private const string WeightsFile = "weights.safetensors";
    private const string ConfigFile = "config.json";
    private const string VocabularyFile = "vocabulary.json";
    private const int MaxVocabularyBytes = 4 << 20;

    public Checkpoint(CheckpointConfig config, Vocabulary vocabulary, Classifier classifier)
    {
        Config = config;
        Vocabulary = vocabulary;
        Classifier = classifier;
    }

    public CheckpointConfig Config { get; }

    public Vocabulary Vocabulary { get; }

    public Classifier Classifier { get; }

    /// <summary>The checkpoint's own folder: the one given, or the best of the run given. A save cut off by a kill leaves the one before.</summary>
    /// <exception cref="BadFileException">Neither is there.</exception>
    public static string Locate(string path)
    {
        string best = Path.Combine(path, BestFolder);
        string[] places = [path, best, WholeFolder.Previous(best), WholeFolder.Previous(path)];
        return places.FirstOrDefault(place => File.Exists(Path.Combine(place, WeightsFile)))
            ?? throw new BadFileException(path, $"no checkpoint is there (a folder with {WeightsFile}, or a run with {BestFolder}/).", "Train one: hasta train DATA --out RUN");
    }

    /// <param name="path">A run, or a checkpoint folder.</param>
    /// <param name="device">Where the weights go.</param>
    /// <exception cref="BadFileException">A part is missing, torn, or does not fit the others.</exception>
    public static Checkpoint Load(string path, torch.Device device)
    {
        string folder = Locate(path);
        string configPath = Path.Combine(folder, ConfigFile);
        string vocabularyPath = Path.Combine(folder, VocabularyFile);
        try
        {
            CheckpointConfig config = StrictJson.Read<CheckpointConfig>(configPath);
            config.Validate();
            string weightsPath = Path.Combine(folder, WeightsFile);
            var vocabulary = new Vocabulary(StrictJson.Read<string[]>(vocabularyPath, MaxVocabularyBytes));
            var stored = SafetensorsFile.Read(weightsPath);
            config.Model.RequireNumbers(vocabulary.Count, stored.Values.Sum(tensor => (long)tensor.Values.Length));
            Classifier classifier = config.Model.Create(Features.FeatureExtractor.Count, vocabulary.Count);
            Weights.FillAll(Weights.Of(classifier), stored, weightsPath);
            classifier.to(device);
            classifier.eval();
            return new Checkpoint(config, vocabulary, classifier);
        }
        catch (ArgumentException error)
        {
            throw new BadFileException(folder, $"not a usable checkpoint: {error.Message}", "Copy it again, or correct its config.json.", error);
        }
    }

    /// <summary>Replaces the folder in one step: a kill leaves the old or the new one whole.</summary>
    /// <param name="folder">The checkpoint's own.</param>
    /// <param name="writeMore">Adds files to the folder it is given.</param>
    public void Save(string folder, Action<string>? writeMore = null) => WholeFolder.Replace(folder, target =>
    {
        Weights.Save(Classifier, Path.Combine(target, WeightsFile));
        AtomicFile.WriteText(Path.Combine(target, ConfigFile), System.Text.Json.JsonSerializer.Serialize(Config, StrictJson.Indented));
        AtomicFile.WriteText(Path.Combine(target, VocabularyFile), System.Text.Json.JsonSerializer.Serialize(Vocabulary.Glosses, StrictJson.Indented));
        writeMore?.Invoke(target);
    });

    public void Dispose() => Classifier.Dispose();
}
