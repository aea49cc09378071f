namespace Hasta.Training.Evaluation.Enrollment;

/// <summary>
/// The trials of one number of takes: mean over the tested sources, each of which is the mean over the sources that enrolled. Shares 0..1.
/// </summary>
/// <param name="Takes">Enrolled takes per sign.</param>
/// <param name="Sources">Number of tested sources.</param>
/// <param name="Right">See <see cref="EnrollmentTrial.Right"/>.</param>
/// <param name="Wrong">See <see cref="EnrollmentTrial.Wrong"/>.</param>
/// <param name="Known">See <see cref="EnrollmentTrial.Known"/>.</param>
/// <param name="Takeover">See <see cref="EnrollmentTrial.Takeover"/>; null if no trial measured it.</param>
internal sealed record EnrollmentSummary(int Takes, int Sources, double Right, double Wrong, double Known, double? Takeover)
{
    /// <param name="trials">Of any number of takes.</param>
    /// <returns>In the order of the number of takes.</returns>
    public static IReadOnlyList<EnrollmentSummary> From(IEnumerable<EnrollmentTrial> trials) =>
    [
        .. trials.GroupBy(trial => trial.Takes).OrderBy(group => group.Key).Select(group =>
        {
            EnrollmentTrial[][] tested = [.. group.GroupBy(trial => trial.To).Select(source => source.ToArray())];
            return new EnrollmentSummary(
                group.Key,
                tested.Length,
                tested.Average(source => source.Average(trial => trial.Right)),
                tested.Average(source => source.Average(trial => trial.Wrong)),
                tested.Average(source => source.Average(trial => trial.Known)),
                group.GroupBy(trial => trial.To).Average(source => source.Average(trial => trial.Takeover)));
        }),
    ];
}
