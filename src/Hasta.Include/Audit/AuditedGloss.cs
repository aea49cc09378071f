namespace Hasta.Include.Audit;

/// <summary>One gloss of an audited folder.</summary>
/// <param name="Gloss">The word.</param>
/// <param name="Clips">How many there are.</param>
/// <param name="DetectionRate">The mean share 0..1 of frames with a body; null where nothing is prepared.</param>
internal sealed record AuditedGloss(string Gloss, int Clips, double? DetectionRate);
