using Hasta.Recognition.Features;
using Hasta.Training.Data;

namespace Hasta.Training.Evaluation.Report;

/// <summary>A clip to draw, as the model sees it.</summary>
/// <param name="Clip">Its id.</param>
/// <param name="Signer">Null if unknown.</param>
/// <param name="Seconds">Duration of the clip.</param>
/// <param name="Body">Its landmarks.</param>
internal sealed record ClipDrawing(string Clip, string? Signer, double Seconds, NormalizedSequence Body)
{
    internal static ClipDrawing From(LoadedClip clip) => new(clip.Clip, clip.Signer, clip.Duration.TotalSeconds, clip.Body);
}
