namespace Hasta.Datasets;

/// <summary>A clip that could not be used; it never becomes an empty clip with a gloss.</summary>
/// <param name="Clip">The clip's path as the user gave it.</param>
/// <param name="Reason">What was wrong, as a sentence.</param>
internal sealed record SkippedClip(string Clip, string Reason);
