namespace Hasta.Web.Enrollments;

/// <summary>An enrolled sign, as <c>GET /api/enrollments</c> answers it.</summary>
/// <param name="Gloss">The sign's name.</param>
/// <param name="Clips">Number of recordings.</param>
/// <param name="Signers">Number of people who made them.</param>
internal sealed record EnrolledEntry(string Gloss, int Clips, int Signers);
