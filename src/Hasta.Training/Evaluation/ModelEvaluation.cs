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

/// <summary>Loads a checkpoint and a data folder, picks the clips that may be measured, and measures them.</summary>
internal sealed class ModelEvaluation(TimeProvider clock, ILogger<ModelEvaluation> logger)
{
    /// <summary>Lists leaks in the place where the page will lie, before anything is measured.</summary>
    /// <exception cref="TrainingClipsException">Clips to measure have shaped the model.</exception>
    /// <exception cref="NoAnswerException">The model's logits are not finite.</exception>
    /// <exception cref="BadFileException">Checkpoint or data cannot be read, or no clip is left.</exception>
    public EvaluationOutcome Run(EvaluationRequest request)
    {
        string folder = CheckpointFolder.Locate(request.Run).Path;
        using var model = RecognitionModel.Load(folder);
        string data = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.Data)));
        EvaluationSelection choice = EvaluationSelection.Create(request, SplitPlan.Read(folder), Manifest.Read(request.Data));
        EvaluationFiles files = request.Page is null ? EvaluationFiles.In(RunOf(request.Run), data, choice) : new EvaluationFiles(request.Page);
        CheckLeaks(choice, request, choice.IsOwnTest && request.Page is null ? null : files);
        WarnOfOtherEngines(model.Config.Engine, request.Data, choice.Clips);
        IReadOnlyList<LoadedClip> clips = Load(request.Data, choice, model.Config.Features);
        var watch = Stopwatch.StartNew();
        IReadOnlyList<float[]> logits = model.Logits([.. clips.Select(clip => clip.Body)]);
        var header = new ReportHeader
        {
            Model = model.Config.Model.Name,
            Parameters = model.ParameterCount,
            Data = data,
            Part = choice.Part,
            Protocol = choice.Protocol,
            Synthetic = clips.All(clip => clip.Signer?.StartsWith("synthetic-", StringComparison.Ordinal) == true),
            Temperature = model.Config.Temperature,
            Measured = clock.GetUtcNow(),
            Elapsed = watch.Elapsed,
            Machine = $"{ExecutionProviders.OfBuild().ToString().ToLowerInvariant()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}",
        };
        IReadOnlyList<float[]> mirrored = model.Logits([.. clips.Select(clip => clip.Body.Mirror())]);
        ClipPrediction[] predictions = [.. clips.Select((clip, i) => Prediction(clip, logits[i], mirrored[i], model.Config.Temperature))];
        EvaluationReport report = Evaluator.Evaluate(header, model.Vocabulary.Glosses, predictions, (float)model.Config.UnsureBelow);
        return new EvaluationOutcome(report with { LeakPairs = choice.Leaks, Worst = WorstClip.Select(report.Verdicts, clips) }, files);
    }

    /// <summary>A run's checkpoint may be named too.</summary>
    private static string RunOf(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return Path.GetFileName(full) == CheckpointFolder.BestFolder ? Path.GetDirectoryName(full)! : path;
    }

    /// <param name="choice">What is to be measured.</param>
    /// <param name="request">Whether clips that shaped the model may be.</param>
    /// <param name="files">Where the list goes; null in the run's own place, where training has listed them.</param>
    private void CheckLeaks(EvaluationSelection choice, EvaluationRequest request, EvaluationFiles? files)
    {
        if (files is not null)
        {
            LeakFile.Write(Path.GetDirectoryName(files.Leaks)!, choice.Leaks);
        }

        if (choice.Leaks.Any(leak => leak.IsSameClip) && !request.AllowTrainingClips)
        {
            throw new TrainingClipsException(choice.Leaks, choice.Clips.Count, files?.Leaks);
        }

        if (choice.Leaks.Count > 0)
        {
            logger.LogWarning(
                "{Clips} of the {All} clips are like one that shaped the model ({First} ...): the result will look better than it is.",
                choice.Leaks.DistinctBy(leak => leak.Second.Clip).Count(),
                choice.Clips.Count,
                choice.Leaks[0]);
        }
    }

    /// <summary>Landmarks of another engine than the model was trained on are a harder test, which a figure alone does not show.</summary>
    private void WarnOfOtherEngines(LandmarkEngineId? trained, string data, IEnumerable<ManifestEntry> clips)
    {
        if (trained is null)
        {
            return;
        }

        LandmarkEngineId[] others = [.. clips.Select(clip => clip.Engine.ForBodyAndHands()).Distinct().Where(engine => !engine.IsCompatibleWith(trained))];
        if (others.Length > 0)
        {
            logger.LogWarning(
                "{Data} holds landmarks of another engine ({Others}) than the model was trained on ({Engine}): it may do worse on them.", data, string.Join<LandmarkEngineId>("; ", others), trained);
        }
    }

    private IReadOnlyList<LoadedClip> Load(string data, EvaluationSelection choice, FeatureConfig features)
    {
        IReadOnlyList<LoadedClip> clips = ClipLoader.Load(data, choice.Clips, features, out IReadOnlyList<SkippedClip> skipped);
        foreach (SkippedClip clip in skipped)
        {
            logger.LogWarning("Left out {Clip}: {Reason}", clip.Clip, clip.Reason);
        }

        return clips.Count > 0 ? clips : throw new BadFileException(data, $"no clip to evaluate is left ({choice.Part}).", "Choose another --split or data folder.");
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
