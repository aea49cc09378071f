using System.Text.Json;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Recognition;
using Hasta.Recognition.Enrollment;
using Hasta.Recognition.Models;
using Hasta.Recognition.Onnx;
using Hasta.Training.Models;
using TorchSharp;

namespace Hasta.Training.Checkpoints;

/// <summary>A trained model in libtorch, read from or written to a <see cref="CheckpointFolder"/>.</summary>
internal sealed class Checkpoint : IDisposable
{
    public Checkpoint(CheckpointConfig config, Vocabulary vocabulary, Classifier classifier)
    {
        Config = config;
        Vocabulary = vocabulary;
        Classifier = classifier;
    }

    public CheckpointConfig Config { get; }

    public Vocabulary Vocabulary { get; }

    public Classifier Classifier { get; }

    /// <summary>By gloss; empty if nothing was measured.</summary>
    public IReadOnlyDictionary<string, GlossStatistics> Statistics { get; init; } = new Dictionary<string, GlossStatistics>();

    /// <inheritdoc cref="CheckpointContents.Signs"/>
    public KnownSigns? Signs { get; init; }

    /// <param name="path">A run folder or a checkpoint folder.</param>
    /// <param name="device">The device to load the weights on.</param>
    /// <exception cref="BadFileException">A file is missing, damaged, or does not match the others.</exception>
    public static Checkpoint Load(string path, torch.Device device)
    {
        var folder = CheckpointFolder.Locate(path);
        CheckpointContents contents = folder.Read();
        try
        {
            Classifier classifier = Classifiers.Create(contents.Config.Model, contents.Vocabulary.Count);
            Weights.FillAll(Weights.Collect(classifier), contents.Weights, folder.WeightsFile);
            classifier.to(device);
            classifier.eval();
            return new Checkpoint(contents.Config, contents.Vocabulary, classifier)
            {
                Statistics = contents.Statistics,
                Signs = contents.Signs,
            };
        }
        catch (ArgumentException error)
        {
            throw folder.Unusable(error);
        }
    }

    /// <summary>Replaces the folder atomically: after a kill, either the old or the new folder is complete.</summary>
    /// <param name="folder">The checkpoint's own folder.</param>
    /// <param name="writeMore">Writes additional files into the folder that is passed to it.</param>
    public void Save(string folder, Action<string>? writeMore = null) => AtomicFolder.Replace(folder, target =>
    {
        var contents = new CheckpointContents(Config, Vocabulary, Weights.ToArrays(Classifier));
        SafetensorsFile.Write(CheckpointFolder.WeightsIn(target), contents.Weights);
        AtomicFile.WriteText(CheckpointFolder.ConfigIn(target), JsonSerializer.Serialize(Config, StrictJson.Indented));
        AtomicFile.WriteText(CheckpointFolder.VocabularyIn(target), JsonSerializer.Serialize(Vocabulary.Glosses, StrictJson.Indented));
        AtomicFile.Write(CheckpointFolder.OnnxIn(target), stream => stream.Write(ClassifierExporter.Export(contents)));
        if (Statistics.Count > 0)
        {
            AtomicFile.WriteText(CheckpointFolder.StatisticsIn(target), JsonSerializer.Serialize(Statistics, StrictJson.Indented));
        }

        if (Signs is not null)
        {
            PrototypeFile.Write(CheckpointFolder.PrototypesIn(target), Signs);
        }

        writeMore?.Invoke(target);
    });

    public void Dispose() => Classifier.Dispose();
}
