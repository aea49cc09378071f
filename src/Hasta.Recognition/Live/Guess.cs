namespace Hasta.Recognition.Live;

/// <summary>What the sign in progress looks like so far. It may change; show it greyed.</summary>
/// <param name="Time">Time stamp of the frame that led to the event.</param>
/// <param name="Gloss">The most probable gloss.</param>
/// <param name="Confidence">0..1.</param>
public sealed record Guess(TimeSpan Time, string Gloss, double Confidence) : LiveEvent(Time);
