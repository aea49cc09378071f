namespace Hasta.Include;

/// <summary>A clip of INCLUDE that is said to lie in the wrong folder.</summary>
/// <param name="File">As the official lists have it.</param>
/// <param name="Original">Its folder's gloss.</param>
/// <param name="Corrected">The gloss that it is said to show.</param>
/// <param name="Basis">What the audit says for it.</param>
internal sealed record LabelFix(string File, string Original, string Corrected, string Basis);
