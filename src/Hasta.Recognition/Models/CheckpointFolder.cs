using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;
using Hasta.Recognition.Onnx;

namespace Hasta.Recognition.Models;

/// <summary>
/// A trained model on disk: <c>weights.safetensors</c>, <c>config.json</c> and <c>vocabulary.json</c>, plus the same network as
/// <c>model.onnx</c> for other programs, <c>glosses.json</c> if the glosses were measured, and
/// <c>prototypes.safetensors</c> for enrolled signs. Contains numbers and text only, never code.
/// </summary>
internal sealed class CheckpointFolder
{
    /// <summary>The subfolder of a run for its best checkpoint.</summary>
    public const string BestFolder = "best";

    private const int MaxVocabularyBytes = 4 << 20;

    private CheckpointFolder(string path)
    {
        Path = path;
    }

    /// <summary>The checkpoint's own folder.</summary>
    public string Path { get; }

    /// <summary>Path of the weights.</summary>
    public string WeightsFile => WeightsIn(Path);

    /// <summary>
    /// Finds a checkpoint: the given folder, or the best checkpoint of the given run. Falls back to the previous one if a save was
    /// interrupted.
    /// </summary>
    /// <exception cref="BadFileException">Neither exists.</exception>
    public static CheckpointFolder Locate(string path)
    {
        string best = System.IO.Path.Combine(path, BestFolder);
        string[] candidates = [path, best, AtomicFolder.Previous(best), AtomicFolder.Previous(path)];
        return candidates.FirstOrDefault(candidate => File.Exists(WeightsIn(candidate))) is { } found
            ? new CheckpointFolder(found)
            : throw new BadFileException(
                path,
                $"there is no checkpoint in it (a folder with weights.safetensors, or a run with {BestFolder}/).",
                "Train one: hasta train DATA --out RUN");
    }

    /// <summary>
    /// Reads settings, vocabulary and weights, and checks them against each other as far as possible without building the network.
    /// </summary>
    /// <exception cref="BadFileException">A file is missing, corrupt, or does not match the others.</exception>
    public CheckpointContents Read()
    {
        try
        {
            CheckpointConfig config = StrictJson.Read<CheckpointConfig>(ConfigIn(Path));
            config.Validate();
            var vocabulary = new Vocabulary(StrictJson.Read<string[]>(VocabularyIn(Path), MaxVocabularyBytes));
            var weights = SafetensorsFile.Read(WeightsFile);
            config.Model.RequireNumbers(vocabulary.Count, weights.Values.Sum(tensor => (long)tensor.Values.Length));
            return new CheckpointContents(config, vocabulary, weights)
            {
                Statistics = ReadStatistics(vocabulary),
                Signs = PrototypeFile.Read(PrototypesIn(Path)),
            };
        }
        catch (ArgumentException error)
        {
            throw Unusable(error);
        }
    }

    /// <param name="contents">The result of <see cref="Read"/>.</param>
    /// <param name="format">How matrices are stored.</param>
    /// <returns>A serialised ONNX model.</returns>
    /// <exception cref="BadFileException">The weights do not match the settings.</exception>
    public byte[] ToOnnx(CheckpointContents contents, WeightFormat format = WeightFormat.Full)
    {
        try
        {
            return ClassifierExporter.Export(contents, format);
        }
        catch (InvalidDataException error)
        {
            throw new BadFileException(
                WeightsFile, error.Message, "The weights and config.json must come from the same checkpoint.", error);
        }
    }

    private Dictionary<string, GlossStatistics> ReadStatistics(Vocabulary vocabulary)
    {
        if (!File.Exists(StatisticsIn(Path)))
        {
            return [];
        }

        var statistics = StrictJson.Read<Dictionary<string, GlossStatistics>>(StatisticsIn(Path), MaxVocabularyBytes);
        IEnumerable<string> glosses = statistics.Keys.Concat(statistics.Values.SelectMany(gloss => gloss.Similar));
        return glosses.FirstOrDefault(gloss => vocabulary.IndexOf(gloss) < 0) is { } unknown
            ? throw new ArgumentException($"{NameText.Show(unknown)} of glosses.json is not in vocabulary.json.")
            : statistics;
    }

    /// <summary>The error for files that do not match each other.</summary>
    internal BadFileException Unusable(ArgumentException error) =>
        new(Path, $"not a usable checkpoint: {error.Message}", "Copy it again, or correct its config.json.", error);

    internal static string WeightsIn(string folder) => System.IO.Path.Combine(folder, "weights.safetensors");

    internal static string ConfigIn(string folder) => System.IO.Path.Combine(folder, "config.json");

    internal static string VocabularyIn(string folder) => System.IO.Path.Combine(folder, "vocabulary.json");

    internal static string StatisticsIn(string folder) => System.IO.Path.Combine(folder, "glosses.json");

    internal static string PrototypesIn(string folder) => System.IO.Path.Combine(folder, PrototypeFile.Name);

    internal static string OnnxIn(string folder) => System.IO.Path.Combine(folder, "model.onnx");
}
