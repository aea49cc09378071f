using Hasta.Datasets;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.Recognition.Onnx;
using Hasta.Training.Data;

namespace Hasta.Training.Evaluation;

/// <summary>Compares the answers of a smaller file with those of the full one, on clips that the model was not trained on.</summary>
/// <param name="Clips">Number of clips.</param>
/// <param name="AreValidation">Whether they are the run's validation clips; otherwise they are clips of other data.</param>
/// <param name="Full">Top-1 0..1 of the full file.</param>
/// <param name="Small">Top-1 0..1 of the smaller one.</param>
/// <param name="SameAnswer">Number of clips for which both answers are the same.</param>
internal sealed record ExportComparison(int Clips, bool AreValidation, double Full, double Small, int SameAnswer)
{
    /// <summary>The loss of top-1 (0..1) that a smaller file must stay below.</summary>
    public const double MaxLoss = 0.005;

    /// <summary>Clips that could not be compared, with the reason.</summary>
    public IReadOnlyList<SkippedClip> Skipped { get; init; } = [];

    public bool IsGood => Full - Small < MaxLoss;

    /// <param name="run">A run or checkpoint folder.</param>
    /// <param name="data">A data folder.</param>
    /// <param name="format">Format of the smaller file.</param>
    /// <exception cref="BadFileException">Checkpoint or data cannot be read, or the model was trained on every clip.</exception>
    public static ExportComparison Measure(string run, string data, WeightFormat format)
    {
        using var full = RecognitionModel.Load(run);
        using var small = RecognitionModel.Load(run, format);
        IReadOnlyList<ManifestEntry> chosen = Choose(CheckpointFolder.Locate(run).Path, data, out bool areValidation);
        IReadOnlyList<LoadedClip> clips = ClipLoader.Load(data, chosen, full.Config.Features, out IReadOnlyList<SkippedClip> skipped);
        if (clips.Count == 0)
        {
            throw new BadFileException(
                data,
                skipped.Count == 0
                    ? "it has no clips outside the model's training data to compare the files on."
                    : "none of its clips outside the model's training data can be compared, "
                        + $"such as {skipped[0].Clip}: {skipped[0].Reason}",
                "Specify another data folder with --data.");
        }

        NormalizedSequence[] bodies = [.. clips.Select(clip => clip.Body)];
        string[] fullAnswers = Answers(full, bodies), smallAnswers = Answers(small, bodies);
        double Top1(string[] answers) => clips.Zip(answers).Average(pair => pair.First.Gloss == pair.Second ? 1.0 : 0);
        int same = fullAnswers.Zip(smallAnswers).Count(pair => pair.First == pair.Second);
        return new ExportComparison(clips.Count, areValidation, Top1(fullAnswers), Top1(smallAnswers), same) { Skipped = skipped };
    }

    private static ManifestEntry[] Choose(string checkpoint, string data, out bool areValidation)
    {
        Dictionary<string, Split> splits = SplitPlan.Read(checkpoint)?.ByLandmarks() ?? [];
        IReadOnlyList<ManifestEntry> entries = Manifest.Read(data);
        ManifestEntry[] validation =
            [.. entries.Where(entry => splits.TryGetValue(entry.PoseSha256, out Split split) && split == Split.Validation)];
        areValidation = validation.Length > 0;
        return areValidation ? validation : [.. entries.Where(entry => !splits.ContainsKey(entry.PoseSha256))];
    }

    private static string[] Answers(RecognitionModel model, NormalizedSequence[] clips) =>
        [.. model.Logits(clips).Select(model.Vocabulary.BestOf)];
}
