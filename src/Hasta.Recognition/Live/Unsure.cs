namespace Hasta.Recognition.Live;

/// <summary>A sign, or a movement that may be none, is over, and the model is not sure of its gloss: do not act on it.</summary>
/// <param name="Time">Time stamp of the frame that led to the event.</param>
/// <param name="Start">When the hands were raised, or the previous sign was over.</param>
/// <param name="End">When the hands were lowered or still, or the next sign began.</param>
/// <param name="Result">The candidates and the reason.</param>
public sealed record Unsure(TimeSpan Time, TimeSpan Start, TimeSpan End, SignResult Result) : LiveEvent(Time);
