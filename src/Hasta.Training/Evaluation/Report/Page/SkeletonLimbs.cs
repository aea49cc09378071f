using Hasta.Landmarks.Formats.Pose;
using Hasta.Recognition.Features;

namespace Hasta.Training.Evaluation.Report.Page;

/// <summary>The lines of a drawn body, between <see cref="BodyPoints"/>.</summary>
internal static class SkeletonLimbs
{
    private static readonly IReadOnlyList<PoseComponent> Components = HolisticComponents.Header(1, 1, withFace: false).Components;

    /// <summary>MediaPipe's limbs between the points that features are made of, and the line over eyes and ears, whose inner points they leave out.</summary>
    public static IReadOnlyList<(int From, int To)> Body { get; } =
    [
        (BodyPoints.LeftEar, 1), (1, BodyPoints.Nose), (BodyPoints.Nose, 2), (2, BodyPoints.RightEar),
        .. LimbsOf(HolisticComponents.Pose)
            .Select(limb => (From: PlaceOf(limb.From), To: PlaceOf(limb.To)))
            .Where(limb => limb.From >= 0 && limb.To >= 0),
    ];

    /// <summary>Counted from the hand's first point.</summary>
    public static IReadOnlyList<(int From, int To)> Hand { get; } = [.. LimbsOf(HolisticComponents.LeftHand)];

    private static IEnumerable<(int From, int To)> LimbsOf(string component) =>
        Components.Single(found => found.Name == component).Limbs.Select(limb => ((int)limb.From, (int)limb.To));

    private static int PlaceOf(int landmark) => BodyPoints.UpperBody.ToList().IndexOf(landmark);
}
