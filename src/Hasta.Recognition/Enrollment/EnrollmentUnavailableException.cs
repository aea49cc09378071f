using Hasta.Landmarks;

namespace Hasta.Recognition.Enrollment;

/// <summary>The model cannot compare signs.</summary>
public sealed class EnrollmentUnavailableException : HastaException
{
    public EnrollmentUnavailableException(string message)
        : base(message)
    {
    }
}
