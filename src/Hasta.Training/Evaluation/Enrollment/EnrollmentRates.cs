namespace Hasta.Training.Evaluation.Enrollment;

/// <summary>Shares 0..1 of the tested takes; right, wrong and known add up to 1.</summary>
internal sealed record EnrollmentRates
{
    /// <summary>Answered with the right enrolled sign.</summary>
    public required double Right { get; init; }

    /// <summary>Answered with another enrolled sign.</summary>
    public required double Wrong { get; init; }

    /// <summary>Answered with a word of the model.</summary>
    public required double Known { get; init; }

    /// <summary>
    /// Share of the takes of the model's words, by whom is tested, that are answered with an enrolled sign; null if there are none, or if
    /// the model was trained on them.
    /// </summary>
    public double? Takeover { get; init; }

    /// <param name="rates">At least one.</param>
    public static EnrollmentRates Mean(IReadOnlyCollection<EnrollmentRates> rates) => new()
    {
        Right = rates.Average(rate => rate.Right),
        Wrong = rates.Average(rate => rate.Wrong),
        Known = rates.Average(rate => rate.Known),
        Takeover = rates.Average(rate => rate.Takeover),
    };
}
