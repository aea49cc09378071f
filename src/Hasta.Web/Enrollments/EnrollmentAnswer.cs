using Hasta.Recognition.Enrollment;

namespace Hasta.Web.Enrollments;

/// <summary>What is right and wrong with takes. Takes are numbered from 1, as in the form.</summary>
/// <param name="Usable">Number of takes that show a sign.</param>
/// <param name="Rejected">Takes that show none.</param>
/// <param name="Unlike">Numbers of usable takes that are unlike the others.</param>
/// <param name="Similar">Other signs with which the takes may be confused, the most similar first.</param>
/// <param name="MoreRecordings">Number of further recordings that would help.</param>
internal sealed record EnrollmentAnswer(
    int Usable, IReadOnlyList<RejectedTake> Rejected, IReadOnlyList<int> Unlike, IReadOnlyList<SimilarSign> Similar, int MoreRecordings)
{
    public static EnrollmentAnswer From(EnrollmentCheck check, IReadOnlyList<EnrollmentClip> takes)
    {
        int NumberOf(EnrollmentClip clip) => 1 + takes.Index().First(take => ReferenceEquals(take.Item, clip)).Index;
        return new EnrollmentAnswer(
            check.Usable.Count,
            [.. check.Rejected.Select(take => new RejectedTake(NumberOf(take.Clip), take.Reason))],
            [.. check.Unlike.Select(NumberOf)],
            [.. check.Similar.Select(match => new SimilarSign(match.Gloss, match.Similarity) { Kind = match.Kind })],
            check.MoreRecordings);
    }
}
