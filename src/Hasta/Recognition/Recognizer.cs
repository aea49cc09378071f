using System.Globalization;
using Hasta.Features;
using Hasta.Landmarks;
using Hasta.Models;

namespace Hasta.Recognition;

/// <summary>Names the sign in a clip's landmarks with a model loaded once.</summary>
public sealed class Recognizer(RecognitionModel model)
{
    private const int Most = 5;
    private readonly BodySequenceExtractor extractor = new(model.Config.Features);

    /// <summary>Whether the model looks at the clip's frames too, beside its landmarks.</summary>
    public bool NeedsFrames => model.Config.Features.Frames is not null;

    /// <param name="sequence">The clip's landmarks.</param>
    /// <param name="frames">Frames of it; not used by models that look at landmarks alone.</param>
    /// <exception cref="NoBodyException">No person can be made out.</exception>
    /// <exception cref="NoAnswerException">The model's logits are not finite.</exception>
    /// <exception cref="ArgumentNullException">The model needs frames.</exception>
    public Recognition Recognize(LandmarkSequence sequence, IKeptFrames? frames = null)
    {
        float[] logits = model.Logits([extractor.Extract(sequence, frames)])[0]; // [gloss]
        float[] confidences = Confidences.Of(logits, model.Config.Temperature);
        Candidate[] candidates =
        [
            .. confidences.Index().OrderByDescending(entry => entry.Item).Take(Most)
                .Select(entry => new Candidate(model.Vocabulary.Glosses[entry.Index], entry.Item)),
        ];
        return new Recognition
        {
            Gloss = candidates[0].Gloss,
            Confidence = candidates[0].Confidence,
            Reason = SignEvidence.Check(sequence) ?? ReasonOf(candidates[0].Confidence),
            Candidates = candidates,
        };
    }

    private UnsureReason? ReasonOf(double confidence) => confidence < model.Config.UnsureBelow
        ? new UnsureReason(UnsureKind.LowConfidence, string.Create(CultureInfo.InvariantCulture, $"the confidence lies below the model's threshold of {model.Config.UnsureBelow:P0}"))
        : null;
}
