namespace Hasta.Recognition.Enrollment;

/// <summary>That a person agrees to be in a library: a line of <c>consent.jsonl</c>.</summary>
/// <param name="Signer">The person's name in the library.</param>
/// <param name="Note">What the person agreed to, in words.</param>
/// <param name="Time">When it was written down.</param>
public sealed record SignerConsent(string Signer, string Note, DateTimeOffset Time);
