using Hasta.Recognition;

namespace Hasta.Cli;

/// <summary>The contract of <c>hasta recognize --json</c>: one object a line; confidences 0..1; up to five candidates, the likeliest first.</summary>
public sealed record RecognitionLine(string Clip, string Gloss, double Confidence, bool Unsure, IReadOnlyList<Candidate> Candidates)
{
    public static RecognitionLine Of(string clip, Recognition.Recognition recognition) =>
        new(clip, recognition.Gloss, recognition.Confidence, recognition.Unsure, recognition.Candidates);
}
