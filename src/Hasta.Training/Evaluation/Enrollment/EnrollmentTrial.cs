namespace Hasta.Training.Evaluation.Enrollment;

/// <summary>
/// Signs that a model was not trained on, enrolled with a few takes of one source and tested on another, or on other takes of the same.
/// Shares 0..1 of the tested takes; right, wrong and known add up to 1.
/// </summary>
internal sealed record EnrollmentTrial
{
    /// <summary>The source whose takes are enrolled.</summary>
    public required string From { get; init; }

    /// <summary>The source that is tested.</summary>
    public required string To { get; init; }

    /// <summary>Enrolled takes per sign.</summary>
    public required int Takes { get; init; }

    /// <summary>Number of enrolled signs.</summary>
    public required int Signs { get; init; }

    /// <summary>Number of tested takes of enrolled signs.</summary>
    public required int Tested { get; init; }

    /// <summary>Answered with the right enrolled sign.</summary>
    public required double Right { get; init; }

    /// <summary>Answered with another enrolled sign.</summary>
    public required double Wrong { get; init; }

    /// <summary>Answered with a word of the model.</summary>
    public required double Known { get; init; }

    /// <summary>
    /// Share of the tested source's takes of the model's words that are answered with an enrolled sign; null if the model was trained on
    /// this source, or if it has none.
    /// </summary>
    public double? Takeover { get; init; }
}
