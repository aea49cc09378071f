using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Hasta.Landmarks.Formats.Npy;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.MediaPipe;
using Hasta.Landmarks.MediaPipe.Hands;

namespace Hasta.Landmarks;

/// <summary>Reads the names of engines, as manifests and checkpoints hold them.</summary>
internal static partial class EngineName
{
    /// <summary>How the models of each holistic engine are named, without and with the face.</summary>
    private static readonly FrozenDictionary<string, HolisticConfig> Holistic = Enum.GetValues<PoseModel>()
        .SelectMany(_ => Enum.GetValues<HandModel>(), (pose, hand) => new HolisticConfig { PoseModel = pose, HandModel = hand })
        .SelectMany(config => new[] { config, config with { Face = false } })
        .ToFrozenDictionary(HolisticEngine.ModelsNameOf);

    /// <summary>
    /// The part of the name that body and hands depend on: they are the same whether the face was looked for or not. Where it is equal, landmarks
    /// mix. All arrays count as one engine, and all .pose files as another, for they do not say which it was; rate and picture size stand with each clip.
    /// </summary>
    public static string OfBody(string engine)
    {
        if (engine.StartsWith(LandmarkArray.EngineName, StringComparison.Ordinal))
        {
            return LandmarkArray.EngineName;
        }

        if (engine.StartsWith(PoseFile.EngineName, StringComparison.Ordinal))
        {
            return PoseFile.EngineName;
        }

        string models = ModelsPart().Match(engine).Groups[1].Value;
        return Holistic.TryGetValue(models, out var config)
            ? FacePart().Replace(engine.Replace(models, HolisticEngine.ModelsNameOf(config with { Face = false }), StringComparison.Ordinal), string.Empty)
            : engine;
    }

    /// <returns>Null where the name is of no holistic engine with today's models.</returns>
    public static PoseModel? PoseModelOf(string engine) =>
        Holistic.TryGetValue(ModelsPart().Match(engine).Groups[1].Value, out var config) ? config.PoseModel : null;

    [GeneratedRegex(@" models=([0-9a-f]+)")]
    private static partial Regex ModelsPart();

    [GeneratedRegex(@" face=[^ ]*")]
    private static partial Regex FacePart();
}
