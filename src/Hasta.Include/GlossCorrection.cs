namespace Hasta.Include;

/// <summary>A clip of INCLUDE that is reported to be in the wrong folder.</summary>
/// <param name="File">The name in the official lists.</param>
/// <param name="Original">Its folder's gloss.</param>
/// <param name="Corrected">The gloss that it reportedly shows.</param>
/// <param name="Basis">The audit's evidence.</param>
internal sealed record GlossCorrection(string File, string Original, string Corrected, string Basis);
