using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Recognition.Onnx;

namespace Hasta.Recognition.Models;

/// <summary>
/// A trained model on disk: <c>weights.safetensors</c>, <c>config.json</c> and <c>vocabulary.json</c>, and for other programs the same network as
/// <c>model.onnx</c>. Numbers and text only, never code.
/// </summary>
internal sealed class CheckpointFolder
{
    /// <summary>The best checkpoint's place within a run.</summary>
    public const string BestFolder = "best";

    private const int MaxVocabularyBytes = 4 << 20;

    private CheckpointFolder(string path)
    {
        Path = path;
    }

    /// <summary>The checkpoint's own folder.</summary>
    public string Path { get; }

    /// <summary>Where the weights are.</summary>
    public string WeightsFile => WeightsIn(Path);

    /// <summary>The checkpoint's own folder: the one given, or the best of the run given. A save cut off by a kill leaves the one before.</summary>
    /// <exception cref="BadFileException">Neither is there.</exception>
    public static CheckpointFolder Locate(string path)
    {
        string best = System.IO.Path.Combine(path, BestFolder);
        string[] places = [path, best, AtomicFolder.Previous(best), AtomicFolder.Previous(path)];
        return places.FirstOrDefault(place => File.Exists(WeightsIn(place))) is { } found
            ? new CheckpointFolder(found)
            : throw new BadFileException(path, $"no checkpoint is there (a folder with weights.safetensors, or a run with {BestFolder}/).", "Train one: hasta train DATA --out RUN");
    }

    /// <summary>Settings, glosses and numbers, checked against each other as far as is possible without making the network.</summary>
    /// <exception cref="BadFileException">A part is missing, damaged, or does not fit the others.</exception>
    public CheckpointContents Read()
    {
        try
        {
            CheckpointConfig config = StrictJson.Read<CheckpointConfig>(ConfigIn(Path));
            config.Validate();
            var vocabulary = new Vocabulary(StrictJson.Read<string[]>(VocabularyIn(Path), MaxVocabularyBytes));
            var weights = SafetensorsFile.Read(WeightsFile);
            config.Model.RequireNumbers(vocabulary.Count, weights.Values.Sum(tensor => (long)tensor.Values.Length));
            return new CheckpointContents(config, vocabulary, weights);
        }
        catch (ArgumentException error)
        {
            throw Unusable(error);
        }
    }

    /// <param name="contents">What <see cref="Read"/> gave.</param>
    /// <param name="format">How matrices are kept.</param>
    /// <returns>A serialised ONNX model.</returns>
    /// <exception cref="BadFileException">The weights do not fit the settings.</exception>
    public byte[] ToOnnx(CheckpointContents contents, WeightFormat format = WeightFormat.Full)
    {
        try
        {
            return ClassifierExporter.Export(contents, format);
        }
        catch (InvalidDataException error)
        {
            throw new BadFileException(WeightsFile, error.Message, "The weights and config.json must come from one checkpoint.", error);
        }
    }

    /// <summary>The error for parts that do not fit each other.</summary>
    internal BadFileException Unusable(ArgumentException error) =>
        new(Path, $"not a usable checkpoint: {error.Message}", "Copy it again, or correct its config.json.", error);

    internal static string WeightsIn(string folder) => System.IO.Path.Combine(folder, "weights.safetensors");

    internal static string ConfigIn(string folder) => System.IO.Path.Combine(folder, "config.json");

    internal static string VocabularyIn(string folder) => System.IO.Path.Combine(folder, "vocabulary.json");

    internal static string OnnxIn(string folder) => System.IO.Path.Combine(folder, "model.onnx");
}
