namespace Hasta.Training.Evaluation.Enrollment;

/// <summary>Signs to enroll, and takes to answer.</summary>
internal sealed record EnrollmentTask
{
    /// <summary>Takes of signs that the model was not trained on.</summary>
    public required IReadOnlyList<EmbeddedClip> Enrolled { get; init; }

    /// <summary>Other takes of these signs.</summary>
    public required IReadOnlyList<EmbeddedClip> Tested { get; init; }

    /// <summary>Takes of the model's words by whom is tested.</summary>
    public required IReadOnlyList<EmbeddedClip> Known { get; init; }
}
