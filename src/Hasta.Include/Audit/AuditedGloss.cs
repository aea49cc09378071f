namespace Hasta.Include.Audit;

/// <summary>One gloss of an audited folder.</summary>
/// <param name="Gloss">The gloss.</param>
/// <param name="Clips">The number of clips.</param>
/// <param name="DetectionRate">The mean fraction 0..1 of frames with a body; null if nothing is prepared.</param>
internal sealed record AuditedGloss(string Gloss, int Clips, double? DetectionRate);
