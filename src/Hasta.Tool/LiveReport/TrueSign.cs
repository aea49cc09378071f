namespace Hasta.Tool.LiveReport;

/// <summary>A sign that is known to be in a stream, to compare the answers with.</summary>
/// <param name="Gloss">Its gloss.</param>
/// <param name="Start">Since the first frame.</param>
/// <param name="End">After <paramref name="Start"/>.</param>
internal sealed record TrueSign(string Gloss, TimeSpan Start, TimeSpan End);
