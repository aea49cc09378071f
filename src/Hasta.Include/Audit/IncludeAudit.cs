namespace Hasta.Include.Audit;

/// <summary>An INCLUDE folder compared with the official lists.</summary>
/// <param name="Missing">Clips of the lists that are not in the folder, by their names in the lists.</param>
/// <param name="Extra">Files that are not in the lists.</param>
internal sealed record IncludeAudit(IReadOnlyList<string> Missing, IReadOnlyList<string> Extra);
