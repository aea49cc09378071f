namespace Hasta.Recognition.Enrollment;

/// <summary>A sign of a <see cref="SignLibrary"/>.</summary>
/// <param name="Gloss">The sign's name.</param>
/// <param name="Clips">Number of recordings.</param>
/// <param name="Signers">Who made them.</param>
public sealed record EnrolledSign(string Gloss, int Clips, IReadOnlyList<string> Signers);
