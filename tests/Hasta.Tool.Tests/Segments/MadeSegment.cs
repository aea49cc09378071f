using Hasta.Recognition;
using Hasta.Tool.Segments;

namespace Hasta.Tool.Tests.Segments;

/// <summary>Segments that no model made.</summary>
internal static class MadeSegment
{
    /// <summary>A segment of HELLO; times in seconds.</summary>
    public static SignSegment At(double start, double end, UnsureKind? doubt = null) =>
        new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), Result("Hello", doubt));

    public static SignResult Result(string gloss, UnsureKind? doubt) => new()
    {
        Gloss = gloss,
        Confidence = 0.42,
        Reason = doubt is { } kind ? new UnsureReason(kind, "it is a test") : null,
        Candidates = [new Candidate(gloss, 0.42), new Candidate("Sorry", 0.3)],
        Embedding = null!,
    };
}
