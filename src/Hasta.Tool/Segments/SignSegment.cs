using Hasta.Recognition;
using Hasta.Recognition.Live;

namespace Hasta.Tool.Segments;

/// <summary>A sign, or a movement that may be none, in a stream.</summary>
/// <param name="Start">Since the first frame.</param>
/// <param name="End">After <paramref name="Start"/>.</param>
/// <param name="Result">The answer.</param>
internal sealed record SignSegment(TimeSpan Start, TimeSpan End, SignResult Result)
{
    /// <summary>The gloss, with a question mark before it if it is unsure; only the mark if the segment shows no sign.</summary>
    public string Text => Result.Reason switch
    {
        null => Result.Gloss,
        { Kind: UnsureKind.LowConfidence } => $"?{Result.Gloss}",
        _ => "?",
    };

    /// <summary>Whether gloss and confidence mean something.</summary>
    public bool HasGloss => Result.Reason is null or { Kind: UnsureKind.LowConfidence };

    /// <returns>Null for events that are no answer.</returns>
    public static SignSegment? From(LiveEvent happened) => happened switch
    {
        Recognized word => new(word.Start, word.End, word.Result),
        Unsure unsure => new(unsure.Start, unsure.End, unsure.Result),
        _ => null,
    };
}
