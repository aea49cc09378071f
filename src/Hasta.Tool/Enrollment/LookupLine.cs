using Hasta.Recognition.Enrollment;

namespace Hasta.Tool.Enrollment;

/// <summary>
/// The contract of <c>hasta lookup --json</c>: one object per clip; signs with <c>gloss</c>, <c>similarity</c> (-1..1) and <c>kind</c>
/// (known, enrolled, oneSigner), the most similar first.
/// </summary>
internal sealed record LookupLine(string Clip, IReadOnlyList<SignMatch> Signs);
