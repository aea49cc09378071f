using Hasta.Recognition.Features;
using Hasta.Training.Data;

namespace Hasta.Training.Evaluation.Report;

/// <summary>A clip as the model saw it, to be drawn.</summary>
/// <param name="Clip">Its id.</param>
/// <param name="Signer">Null where not known.</param>
/// <param name="Seconds">How long the clip is.</param>
/// <param name="Body">Its points.</param>
internal sealed record ClipPicture(string Clip, string? Signer, double Seconds, NormalizedSequence Body)
{
    internal static ClipPicture From(LoadedClip clip) => new(clip.Clip, clip.Signer, clip.Duration.TotalSeconds, clip.Body);
}
