namespace Hasta.Recognition.Live;

/// <summary>A sign has begun.</summary>
/// <param name="Time">Time stamp of the frame that led to the event.</param>
/// <param name="Start">When the hands were raised.</param>
public sealed record Signing(TimeSpan Time, TimeSpan Start) : LiveEvent(Time);
