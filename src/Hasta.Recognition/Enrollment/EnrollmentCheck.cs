namespace Hasta.Recognition.Enrollment;

/// <summary>Whether recordings are likely to be recognized as a new sign.</summary>
public sealed record EnrollmentCheck
{
    /// <summary>Recordings that show a sign.</summary>
    public required IReadOnlyList<EnrollmentClip> Usable { get; init; }

    /// <summary>Recordings that cannot be used, and why, as a sentence without its final period.</summary>
    public required IReadOnlyList<(EnrollmentClip Clip, string Reason)> Rejected { get; init; }

    /// <summary>Usable recordings that are unlike the others of the sign.</summary>
    public required IReadOnlyList<EnrollmentClip> Unlike { get; init; }

    /// <summary>Other signs that are so similar that they may be confused, the most similar first.</summary>
    public required IReadOnlyList<SignMatch> Similar { get; init; }

    /// <summary>Number of further recordings that would help.</summary>
    public required int MoreRecordings { get; init; }
}
