namespace Hasta.Recognition.Live;

/// <summary>How a stream is recognized.</summary>
public sealed record LiveRecognizerOptions
{
    /// <summary>When a sign begins and ends.</summary>
    public SignSegmenterOptions Segmenter { get; init; } = new();

    /// <summary>How much of a sign must have been seen before the first <see cref="Guess"/>. Default: 400 ms.</summary>
    public TimeSpan GuessAfter { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>The time between guesses. Default: 150 ms.</summary>
    public TimeSpan GuessInterval { get; init; } = TimeSpan.FromMilliseconds(150);
}
