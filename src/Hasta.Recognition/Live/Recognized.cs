namespace Hasta.Recognition.Live;

/// <summary>A sign is over, and the model is sure of its gloss.</summary>
/// <param name="Time">Time stamp of the frame that led to the event.</param>
/// <param name="Start">When the hands were raised, or the previous sign was over.</param>
/// <param name="End">When the hands were lowered or still, or the next sign began.</param>
/// <param name="Result">The answer.</param>
public sealed record Recognized(TimeSpan Time, TimeSpan Start, TimeSpan End, SignResult Result) : LiveEvent(Time);
