using Hasta.Recognition.Enrollment;

namespace Hasta.Training.Evaluation.Enrollment;

/// <summary>
/// Signs that a model was not trained on, enrolled with a few takes of one source and tested on another; or with takes of one signer and
/// tested on others of the same.
/// </summary>
internal sealed record EnrollmentTrial
{
    /// <summary>The source whose takes are enrolled.</summary>
    public required string From { get; init; }

    /// <summary>The source that is tested.</summary>
    public required string To { get; init; }

    /// <summary>Who enrolls and is tested; null if everybody of the two sources.</summary>
    public string? Signer { get; init; }

    /// <summary>Enrolled takes per sign.</summary>
    public required int Takes { get; init; }

    /// <summary>Number of enrolled signs.</summary>
    public required int Signs { get; init; }

    /// <summary>Number of tested takes of enrolled signs.</summary>
    public required int Tested { get; init; }

    public required EnrollmentRule Rule { get; init; }

    public required EnrollmentRates Rates { get; init; }
}
