namespace Hasta.Training.Data.Streams;

/// <summary>A sign of a stream.</summary>
/// <param name="Gloss">The truth.</param>
/// <param name="Start">When the hands have reached their first position.</param>
/// <param name="End">When the hands leave their last position.</param>
internal sealed record StreamSign(string Gloss, TimeSpan Start, TimeSpan End);
