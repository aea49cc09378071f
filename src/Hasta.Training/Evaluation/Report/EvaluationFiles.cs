using Hasta.Datasets;
using Hasta.Datasets.Leakage;
using Hasta.Landmarks.IO;

namespace Hasta.Training.Evaluation.Report;

/// <summary>
/// The files of an evaluation: the HTML report, a JSON file of the same name with the same figures, <c>predictions.csv</c> and, if there
/// are leaks, <c>leaks.csv</c>.
/// </summary>
internal sealed class EvaluationFiles
{
    private readonly string folder;

    /// <param name="page">Path of the HTML report.</param>
    public EvaluationFiles(string page)
    {
        Page = page;
        folder = Path.GetDirectoryName(Path.GetFullPath(page))!;
    }

    public string Page { get; }

    public string Json => Path.ChangeExtension(Page, ".json");

    public string Predictions => Path.Combine(folder, "predictions.csv");

    public string Leaks => Path.Combine(folder, LeakFile.Name);

    /// <summary>The default files: in the run folder for its own test split, otherwise in a subfolder of it.</summary>
    /// <param name="run">The run's folder.</param>
    /// <param name="data">The data folder's name.</param>
    /// <param name="selection">The evaluated clips.</param>
    public static EvaluationFiles In(string run, string data, EvaluationSelection selection) =>
        new(Path.Combine(selection.IsOwnTest ? run : Path.Combine(run, "evaluations", $"{data}-{selection.Part}"), "report.html"));

    /// <param name="report">The result.</param>
    /// <param name="curve">The epochs of the training run, in order; empty if unknown.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Write(EvaluationReport report, IReadOnlyList<CurvePoint> curve)
    {
        AtomicFile.WriteText(Page, ReportPage.Render(report, curve));
        AtomicFile.WriteText(Json, EvaluationJson.ToText(report));
        AtomicFile.Write(Predictions, stream => WritePredictions(stream, report));
    }

    /// <summary>
    /// Columns: clip, gloss, signer, predicted, confidence, rank, truth_confidence, right, unsure, mirrored_predicted, leak, leak_with.
    /// </summary>
    private static void WritePredictions(Stream stream, EvaluationReport report)
    {
        ILookup<string, Leak> leaks = report.LeakPairs.ToLookup(leak => leak.Second.Clip);
        SpreadsheetCsv.Write(stream, report.Verdicts.Select(verdict => new
        {
            clip = verdict.Clip,
            gloss = verdict.Gloss,
            signer = verdict.Signer,
            predicted = verdict.Predicted,
            confidence = verdict.Confidence,
            rank = verdict.Rank,
            truth_confidence = verdict.TruthConfidence,
            right = Flag(verdict.IsRight),
            unsure = report.Unsure is { } unsure ? Flag(verdict.IsUnsure(unsure.Threshold)) : null,
            mirrored_predicted = verdict.MirroredPredicted,
            leak = leaks[verdict.Clip].Select(leak => LeakFile.NameOf(leak.Kind)).FirstOrDefault(),
            leak_with = leaks[verdict.Clip].Select(leak => leak.First.Clip).FirstOrDefault(),
        }));
    }

    private static int? Flag(bool value) => value ? 1 : 0;
}
