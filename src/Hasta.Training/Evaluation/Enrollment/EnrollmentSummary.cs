namespace Hasta.Training.Evaluation.Enrollment;

/// <summary>
/// Trials of one kind and number of takes: mean over the tested sources, each of which is the mean over its trials.
/// </summary>
/// <param name="Sources">Number of tested sources.</param>
/// <param name="Rates">The mean.</param>
internal sealed record EnrollmentSummary(int Sources, EnrollmentRates Rates)
{
    /// <param name="trials">Of one kind and number of takes.</param>
    /// <returns>Null if there are no trials.</returns>
    public static EnrollmentSummary? From(IEnumerable<EnrollmentTrial> trials)
    {
        EnrollmentRates[] sources =
        [
            .. trials.GroupBy(trial => trial.To).Select(source => EnrollmentRates.Mean([.. source.Select(trial => trial.Rates)])),
        ];
        return sources.Length == 0 ? null : new EnrollmentSummary(sources.Length, EnrollmentRates.Mean(sources));
    }
}
