namespace Hasta.Recognition.Live;

/// <summary>The hands are lowered. Nothing is recognized until they are raised.</summary>
/// <param name="Time">Time stamp of the frame that led to the event.</param>
public sealed record Rest(TimeSpan Time) : LiveEvent(Time);
