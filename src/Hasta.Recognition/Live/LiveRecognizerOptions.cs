namespace Hasta.Recognition.Live;

/// <summary>How a stream is recognized.</summary>
public sealed record LiveRecognizerOptions
{
    /// <summary>When a sign begins and ends.</summary>
    public SignSegmenterOptions Segmenter { get; init; } = new();

    /// <summary>
    /// The confidence 0..1 below which an answer is <see cref="Unsure"/>. Lower than the threshold of clips by default, because a
    /// conversation has many signs and a word can be corrected: chosen on streams of the shipped model. Null for the model's threshold.
    /// Not applied to enrolled signs, which have a rule of their own. Default: 0.5.
    /// </summary>
    public double? MinConfidence { get; init; } = 0.5;

    /// <summary>How much of a sign must have been seen before the first <see cref="Guess"/>. Default: 400 ms.</summary>
    public TimeSpan GuessAfter { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>The time between guesses. Default: 150 ms.</summary>
    public TimeSpan GuessInterval { get; init; } = TimeSpan.FromMilliseconds(150);
}
