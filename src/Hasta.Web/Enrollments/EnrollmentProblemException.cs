namespace Hasta.Web.Enrollments;

/// <summary>A request that is refused.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="detail">The problem and the remedy.</param>
internal sealed class EnrollmentProblemException(int status, string detail) : Exception(detail)
{
    public int Status => status;
}
