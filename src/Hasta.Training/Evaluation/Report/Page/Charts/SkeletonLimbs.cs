using Hasta.Landmarks.Formats.Pose;
using Hasta.Recognition.Features;

namespace Hasta.Training.Evaluation.Report.Page.Charts;

/// <summary>The lines of a drawn body, as pairs of <see cref="BodyPoints"/>.</summary>
internal static class SkeletonLimbs
{
    private static readonly IReadOnlyList<PoseComponent> Components = HolisticComponents.Header(1, 1, withFace: false).Components;

    /// <summary>
    /// MediaPipe's limbs between the landmarks that features use, and the line from ear to ear over eyes and nose, which in MediaPipe
    /// passes through landmarks that features leave out.
    /// </summary>
    public static IReadOnlyList<(int From, int To)> Body { get; } =
    [
        (BodyPoints.LeftEar, 1), (1, BodyPoints.Nose), (BodyPoints.Nose, 2), (2, BodyPoints.RightEar),
        .. LimbsOf(HolisticComponents.Pose)
            .Select(limb => (From: IndexOf(limb.From), To: IndexOf(limb.To)))
            .Where(limb => limb.From >= 0 && limb.To >= 0),
    ];

    /// <summary>Indices from the hand's first landmark.</summary>
    public static IReadOnlyList<(int From, int To)> Hand { get; } = [.. LimbsOf(HolisticComponents.LeftHand)];

    private static IEnumerable<(int From, int To)> LimbsOf(string component) =>
        Components.Single(found => found.Name == component).Limbs.Select(limb => ((int)limb.From, (int)limb.To));

    private static int IndexOf(int landmark) => BodyPoints.UpperBody.ToList().IndexOf(landmark);
}
