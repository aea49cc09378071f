namespace Hasta.Include.Audit;

/// <summary>An INCLUDE folder beside the official lists.</summary>
/// <param name="Missing">Clips of the lists that are not there, by the lists' names.</param>
/// <param name="Extra">Files that the lists do not name.</param>
internal sealed record IncludeAudit(IReadOnlyList<string> Missing, IReadOnlyList<string> Extra);
