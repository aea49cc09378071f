using System.Diagnostics;
using System.Runtime.InteropServices;
using Hasta.Datasets;
using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.Inference;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.Training.Data;
using Hasta.Training.Evaluation.Report;
using Microsoft.Extensions.Logging;

namespace Hasta.Training.Evaluation;

/// <summary>Loads a checkpoint and a data folder, selects the clips that may be evaluated, and evaluates them.</summary>
internal sealed class ModelEvaluation(TimeProvider clock, ILogger<ModelEvaluation> logger)
{
    /// <summary>Writes the list of leaks to the folder of the report before evaluating.</summary>
    /// <exception cref="TrainingClipsException">Clips to evaluate were used to train or validate the model.</exception>
    /// <exception cref="NoAnswerException">The model's logits are not finite.</exception>
    /// <exception cref="BadFileException">Checkpoint or data cannot be read, or no clip is left.</exception>
    public EvaluationOutcome Run(EvaluationRequest request)
    {
        string folder = CheckpointFolder.Locate(request.Run).Path;
        using var model = RecognitionModel.Load(folder);
        string data = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.Data)));
        EvaluationSelection selection = EvaluationSelection.Create(request, SplitPlan.Read(folder), Manifest.Read(request.Data));
        EvaluationFiles files = request.Page is null
            ? EvaluationFiles.In(RunOf(request.Run), data, selection)
            : new EvaluationFiles(request.Page);
        CheckLeaks(selection, request, selection.IsOwnTest && request.Page is null ? null : files);
        WarnOfOtherEngines(model.Config.Engine, request.Data, selection.Clips);
        IReadOnlyList<LoadedClip> clips = Load(request.Data, selection, model.Config.Features);
        var watch = Stopwatch.StartNew();
        IReadOnlyList<float[]> logits = model.Logits([.. clips.Select(clip => clip.Body)]);
        var header = new ReportHeader
        {
            Model = model.Config.Model.Name,
            Parameters = model.ParameterCount,
            Data = data,
            Part = selection.Part,
            Protocol = selection.Protocol,
            Synthetic = clips.All(clip => clip.Signer?.StartsWith("synthetic-", StringComparison.Ordinal) == true),
            Temperature = model.Config.Temperature,
            Measured = clock.GetUtcNow(),
            Elapsed = watch.Elapsed,
            Machine = $"{ExecutionProviders.FromBuild().ToString().ToLowerInvariant()}, "
                + $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}",
        };
        IReadOnlyList<float[]> mirrored = model.Logits([.. clips.Select(clip => clip.Body.Mirror())]);
        ClipPrediction[] predictions = [.. clips.Select((clip, i) => Prediction(clip, logits[i], mirrored[i], model.Config.Temperature))];
        EvaluationReport report = Evaluator.Evaluate(header, model.Vocabulary.Glosses, predictions, (float)model.Config.UnsureBelow);
        return new EvaluationOutcome(report with { LeakPairs = selection.Leaks, Worst = WorstClip.Select(report.Verdicts, clips) }, files);
    }

    /// <summary>Returns the run folder if the path is that of its best checkpoint.</summary>
    private static string RunOf(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return Path.GetFileName(full) == CheckpointFolder.BestFolder ? Path.GetDirectoryName(full)! : path;
    }

    /// <param name="selection">What to evaluate.</param>
    /// <param name="request">Whether clips used to train or validate the model are allowed.</param>
    /// <param name="files">Where to write the list; null for the run's own report, because training has already listed its leaks.</param>
    private void CheckLeaks(EvaluationSelection selection, EvaluationRequest request, EvaluationFiles? files)
    {
        if (files is not null)
        {
            LeakFile.Write(Path.GetDirectoryName(files.Leaks)!, selection.Leaks);
        }

        if (selection.Leaks.Any(leak => leak.IsSameClip) && !request.AllowTrainingClips)
        {
            throw new TrainingClipsException(selection.Leaks, selection.Clips.Count, files?.Leaks);
        }

        if (selection.Leaks.Count > 0)
        {
            logger.LogWarning(
                "{Clips} of the {All} clips duplicate or resemble clips used in training or validation ({First} ...): "
                + "the result will be too good.",
                selection.Leaks.DistinctBy(leak => leak.Second.Clip).Count(),
                selection.Clips.Count,
                selection.Leaks[0]);
        }
    }

    /// <summary>
    /// Landmarks of an engine that the model was not trained on are harder to recognise, which the accuracy alone does not show.
    /// </summary>
    private void WarnOfOtherEngines(LandmarkEngineId? trained, string data, IEnumerable<ManifestEntry> clips)
    {
        if (trained is null)
        {
            return;
        }

        LandmarkEngineId[] others =
        [
            .. clips.Select(clip => clip.Engine.ForBodyAndHands()).Distinct().Where(engine => !engine.IsCompatibleWith(trained)),
        ];
        if (others.Length > 0)
        {
            logger.LogWarning(
                "{Data} has landmarks of another engine ({Others}) than the model was trained on ({Engine}), so accuracy may be lower.",
                data,
                string.Join<LandmarkEngineId>("; ", others),
                trained);
        }
    }

    private IReadOnlyList<LoadedClip> Load(string data, EvaluationSelection selection, FeatureConfig features)
    {
        IReadOnlyList<LoadedClip> clips = ClipLoader.Load(data, selection.Clips, features, out IReadOnlyList<SkippedClip> skipped);
        foreach (SkippedClip clip in skipped)
        {
            logger.LogWarning("Left out {Clip}: {Reason}", clip.Clip, clip.Reason);
        }

        return clips.Count > 0
            ? clips
            : throw new BadFileException(
                data, $"it has no clip left to evaluate ({selection.Part}).", "Choose another --split or data folder.");
    }

    private static ClipPrediction Prediction(LoadedClip clip, float[] logits, float[] mirrored, double temperature) => new()
    {
        Clip = clip.Clip,
        Gloss = clip.Gloss,
        Signer = clip.Signer,
        Probabilities = Softmax.Compute(logits, temperature),
        Mirrored = Softmax.Compute(mirrored, temperature),
        ShowsNoSign = clip.Reason is not null,
    };
}
