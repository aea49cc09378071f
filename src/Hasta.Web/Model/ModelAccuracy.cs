namespace Hasta.Web.Model;

/// <summary>Shares 0..1 of the clips recognized of people whose signs trained no part of the model.</summary>
/// <param name="Strangers">Mean over sources of clips, each with equal weight.</param>
/// <param name="WorstStranger">The source for which it works worst.</param>
/// <param name="Source">What was measured, and on what: one sentence.</param>
internal sealed record ModelAccuracy(double Strangers, double WorstStranger, string Source);
