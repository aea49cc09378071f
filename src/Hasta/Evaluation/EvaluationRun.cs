using System.Diagnostics;
using System.Runtime.InteropServices;
using Hasta.Datasets;
using Hasta.Models;
using Microsoft.Extensions.Logging;
using TorchSharp;

namespace Hasta.Evaluation;

/// <summary>Loads a checkpoint and a data folder, picks the clips that may be measured, and measures them.</summary>
public sealed class EvaluationRun(torch.Device device, TimeProvider clock, ILogger<EvaluationRun> logger)
{
    /// <exception cref="TrainingClipsException">Clips to measure have shaped the model.</exception>
    /// <exception cref="BadFileException">Checkpoint or data cannot be read, or no clip is left.</exception>
    public EvaluationReport Run(EvaluationRequest request)
    {
        string folder = Checkpoint.Locate(request.Run);
        using Checkpoint checkpoint = Checkpoint.Load(folder, device);
        ClipChoice choice = ClipChoice.Of(request, SplitPlan.Read(folder), Manifest.Read(request.Data));
        EngineCheck.Warn(logger, checkpoint.Config, request, choice.Clips);
        IReadOnlyList<LoadedClip> clips = ClipLoader.Load(request.Data, choice.Clips, checkpoint.Config.Features, out IReadOnlyList<SkippedClip> skipped);
        foreach (SkippedClip clip in skipped)
        {
            logger.LogWarning("Left out {Clip}: {Reason}", clip.Clip, clip.Reason);
        }

        if (clips.Count == 0)
        {
            throw new BadFileException(request.Data, $"no clip to evaluate is left ({choice.Part}).", "Choose another --split or data folder.");
        }

        var watch = Stopwatch.StartNew();
        IReadOnlyList<ClipPrediction> predictions = Predict(checkpoint, clips);
        var header = new ReportHeader
        {
            Model = checkpoint.Config.Model.Name,
            Parameters = checkpoint.Classifier.ParameterCount,
            Data = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.Data))),
            Part = choice.Part,
            Protocol = choice.Protocol,
            Synthetic = clips.All(clip => clip.Entry.Signer?.StartsWith("synthetic-", StringComparison.Ordinal) == true),
            Measured = clock.GetUtcNow(),
            Elapsed = watch.Elapsed,
            Machine = $"{device.type.ToString().ToLowerInvariant()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}",
        };
        return Evaluator.Evaluate(header, checkpoint.Vocabulary.Glosses, predictions, (float)checkpoint.Config.UnsureBelow);
    }

    private ClipPrediction[] Predict(Checkpoint checkpoint, IReadOnlyList<LoadedClip> clips)
    {
        IReadOnlyList<float[]> logits = Predictor.Logits(checkpoint.Classifier, device, [.. clips.Select(clip => clip.Body)]);
        return
        [
            .. clips.Select((clip, i) => new ClipPrediction
            {
                Clip = clip.Entry.Clip,
                Gloss = clip.Entry.Gloss,
                Signer = clip.Entry.Signer,
                Probabilities = Confidences.Of(logits[i], checkpoint.Config.Temperature),
            }),
        ];
    }
}
