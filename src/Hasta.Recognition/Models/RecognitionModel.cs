using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Inference;
using Hasta.Recognition.Enrollment;
using Hasta.Recognition.Features;
using Hasta.Recognition.Onnx;

namespace Hasta.Recognition.Models;

/// <summary>
/// A checkpoint on ONNX Runtime, for recognition and evaluation. Its graph is built from the checkpoint's weights, byte for byte the same
/// as the <c>model.onnx</c> that training writes. The graph file of a downloaded checkpoint is never executed.
/// </summary>
internal sealed class RecognitionModel : IDisposable
{
    private const int BatchSize = 64;

    /// <summary>For models that use video frames: the values between their layers take a gigabyte per 32 clips.</summary>
    private const int FrameBatchSize = 4;

    private readonly OnnxClassifier classifier;

    /// <param name="contents">A checkpoint.</param>
    /// <param name="onnx">The same checkpoint as a graph.</param>
    internal RecognitionModel(CheckpointContents contents, byte[] onnx)
    {
        (Config, Vocabulary, Statistics) = (contents.Config, contents.Vocabulary, contents.Statistics);
        Signs = contents.Signs;
        Fingerprint = FingerprintOf(onnx, Signs?.Space);
        ParameterCount = contents.ParameterCount;
        classifier = new OnnxClassifier(onnx, Config.Features.Frames is not null, ExecutionProviders.FromBuild());
    }

    /// <summary>The folder of the checkpoint; null for one in memory.</summary>
    public string? Folder { get; private init; }

    public CheckpointConfig Config { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>By gloss; empty if nothing was measured.</summary>
    public IReadOnlyDictionary<string, GlossStatistics> Statistics { get; }

    /// <inheritdoc cref="CheckpointContents.Signs"/>
    public KnownSigns? Signs { get; }

    /// <summary>16 hex digits of a SHA-256 of graph and space: embeddings of models with the same are comparable.</summary>
    public string Fingerprint { get; }

    /// <summary>Number of trained parameters.</summary>
    public long ParameterCount { get; }

    /// <param name="path">A run or checkpoint folder.</param>
    /// <param name="format">How the graph stores its matrices.</param>
    /// <exception cref="BadFileException">A file is missing, corrupt, or does not match the others.</exception>
    /// <exception cref="ExecutionProviderException">Hasta was built for a device that is not available.</exception>
    public static RecognitionModel Load(string path, WeightFormat format = WeightFormat.Full)
    {
        var folder = CheckpointFolder.Locate(path);
        CheckpointContents contents = folder.Read();
        var model = new RecognitionModel(contents, folder.ToOnnx(contents, format)) { Folder = folder.Path };
        if (model.Signs is { } signs && signs.Space.Width != model.classifier.Width)
        {
            model.Dispose();
            throw PrototypeFile.OtherModel(CheckpointFolder.PrototypesIn(folder.Path));
        }

        return model;
    }

    /// <inheritdoc cref="Run"/>
    /// <returns>Logits, one <c>[gloss]</c> array per clip, in the clips' order.</returns>
    public IReadOnlyList<float[]> Logits(IReadOnlyList<NormalizedSequence> clips) => [.. Run(clips).Select(output => output.Logits)];

    /// <returns>One per clip, in the clips' order.</returns>
    /// <exception cref="NoAnswerException">A logit is not finite.</exception>
    public IReadOnlyList<ClassifierOutput> Run(IReadOnlyList<NormalizedSequence> clips)
    {
        var outputs = new List<ClassifierOutput>(clips.Count);
        foreach (NormalizedSequence[] chunk in clips.Chunk(Config.Features.Frames is null ? BatchSize : FrameBatchSize))
        {
            outputs.AddRange(classifier.Run(ParallelMap.Run(chunk, FeatureExtractor.Extract)));
        }

        NoAnswerException.ThrowUnlessFinite(Config.Model.Name, outputs.SelectMany(output => new[] { output.Logits, output.Embedding }));
        return outputs;
    }

    /// <param name="output">A result of <see cref="Run"/>.</param>
    /// <returns>The clip's point, in the space of <see cref="Signs"/> if the checkpoint has one.</returns>
    public SignEmbedding EmbeddingOf(ClassifierOutput output) =>
        Signs?.Space.Project(output.Embedding) ?? new SignEmbedding(output.Embedding);

    public void Dispose() => classifier.Dispose();

    private static string FingerprintOf(byte[] onnx, EmbeddingSpace? space)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(onnx);
        if (space is not null)
        {
            hash.AppendData(MemoryMarshal.AsBytes(space.Mean));
            hash.AppendData(MemoryMarshal.AsBytes(space.Projection));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
