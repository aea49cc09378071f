using Hasta.Datasets;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.Recognition.Onnx;
using Hasta.Training.Data;

namespace Hasta.Training.Evaluation;

/// <summary>A smaller file's answers beside the full one's, on clips that trained neither.</summary>
/// <param name="Clips">How many.</param>
/// <param name="AreValidation">Whether they are the run's validation clips; else clips of other data.</param>
/// <param name="Full">Top-1 0..1 of the full file.</param>
/// <param name="Small">Top-1 0..1 of the smaller one.</param>
/// <param name="SameAnswer">Clips that both name alike.</param>
internal sealed record ExportComparison(int Clips, bool AreValidation, double Full, double Small, int SameAnswer)
{
    /// <summary>So much of top-1 (0..1) a smaller file may lose, exclusive.</summary>
    public const double MaxLoss = 0.005;

    public bool IsGood => Full - Small < MaxLoss;

    /// <param name="run">A run's or a checkpoint's folder.</param>
    /// <param name="data">A data folder.</param>
    /// <param name="format">Of the smaller file.</param>
    /// <exception cref="BadFileException">Checkpoint or data cannot be read, or every clip has trained the model.</exception>
    public static ExportComparison Measure(string run, string data, WeightFormat format)
    {
        using var full = RecognitionModel.Load(run);
        using var small = RecognitionModel.Load(run, format);
        IReadOnlyList<ManifestEntry> chosen = Choose(CheckpointFolder.Locate(run).Path, data, out bool areValidation);
        IReadOnlyList<LoadedClip> clips = ClipLoader.Load(data, chosen, full.Config.Features, out _);
        if (clips.Count == 0)
        {
            throw new BadFileException(data, "it has no clip that the model did not learn from, to compare the files on.", "Name another data folder with --data.");
        }

        NormalizedSequence[] bodies = [.. clips.Select(clip => clip.Body)];
        string[] byFull = Answers(full, bodies), bySmall = Answers(small, bodies);
        double Top1(string[] answers) => clips.Zip(answers).Average(pair => pair.First.Gloss == pair.Second ? 1.0 : 0);
        return new ExportComparison(clips.Count, areValidation, Top1(byFull), Top1(bySmall), byFull.Zip(bySmall).Count(pair => pair.First == pair.Second));
    }

    private static ManifestEntry[] Choose(string checkpoint, string data, out bool areValidation)
    {
        Dictionary<string, Split> splits = SplitPlan.Read(checkpoint)?.ByLandmarks() ?? [];
        IReadOnlyList<ManifestEntry> entries = Manifest.Read(data);
        ManifestEntry[] validation = [.. entries.Where(entry => splits.TryGetValue(entry.PoseSha256, out Split split) && split == Split.Validation)];
        areValidation = validation.Length > 0;
        return areValidation ? validation : [.. entries.Where(entry => !splits.ContainsKey(entry.PoseSha256))];
    }

    private static string[] Answers(RecognitionModel model, NormalizedSequence[] clips) =>
        [.. model.Logits(clips).Select(logits => model.Vocabulary.Glosses[Array.IndexOf(logits, logits.Max())])];
}
