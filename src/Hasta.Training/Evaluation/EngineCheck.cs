using Hasta.Datasets;
using Hasta.Landmarks;
using Hasta.Recognition.Models;
using Microsoft.Extensions.Logging;

namespace Hasta.Training.Evaluation;

/// <summary>Landmarks of another engine than a model learned from are a harder test, which a figure alone does not tell.</summary>
internal static class EngineCheck
{
    public static void Warn(ILogger logger, CheckpointConfig model, EvaluationRequest request, IEnumerable<ManifestEntry> clips)
    {
        string[] others = [.. clips.Select(clip => EngineName.OfBody(clip.Engine)).Distinct().Where(engine => engine != model.Engine)];
        if (model.Engine is not null && others.Length > 0)
        {
            logger.LogWarning(
                "{Data} holds landmarks of another engine ({Others}) than the model learned from ({Engine}): it may do worse on them.", request.Data, string.Join("; ", others), model.Engine);
        }
    }
}
