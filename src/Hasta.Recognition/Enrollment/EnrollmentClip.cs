using Hasta.Landmarks;

namespace Hasta.Recognition.Enrollment;

/// <summary>A recording of a sign to enroll.</summary>
public sealed record EnrollmentClip
{
    public required LandmarkSequence Landmarks { get; init; }

    /// <summary>Where the recording comes from, such as a file's full path; for people, never opened.</summary>
    public required string Source { get; init; }

    /// <summary>The engine that found the landmarks; null if unknown.</summary>
    public LandmarkEngineId? Engine { get; init; }
}
