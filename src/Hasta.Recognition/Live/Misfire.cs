namespace Hasta.Recognition.Live;

/// <summary>
/// What began as a sign was too short, lost its signer, or is the end of the sign before it. Every <see cref="Signing"/> is followed by
/// this, <see cref="Recognized"/> or <see cref="Unsure"/>.
/// </summary>
/// <param name="Time">Time stamp of the frame that led to the event.</param>
/// <param name="Start">When the hands were raised.</param>
/// <param name="End">When they were lowered or lost.</param>
public sealed record Misfire(TimeSpan Time, TimeSpan Start, TimeSpan End) : LiveEvent(Time);
