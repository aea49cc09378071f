using System.Globalization;

namespace Hasta.Landmarks.Formats.Pose;

/// <summary>
/// The components of a holistic .pose file, with the names that existing tools use, and the positions of their points in a
/// <see cref="LandmarkFrame"/>.
/// </summary>
internal static class HolisticComponents
{
    public const string Pose = "POSE_LANDMARKS";
    public const string Face = "FACE_LANDMARKS";
    public const string LeftHand = "LEFT_HAND_LANDMARKS";
    public const string RightHand = "RIGHT_HAND_LANDMARKS";

    private const string Format = "XYZC";

    private static readonly (ushort, ushort)[] PoseLimbs =
    [
        (0, 1), (1, 2), (2, 3), (3, 7), (0, 4), (4, 5), (5, 6), (6, 8), (9, 10), (11, 12), (11, 13), (13, 15), (15, 17), (15, 19), (15, 21),
        (17, 19), (12, 14), (14, 16), (16, 18), (16, 20), (16, 22), (18, 20), (11, 23), (12, 24), (23, 24), (23, 25), (24, 26), (25, 27),
        (26, 28), (27, 29), (28, 30), (29, 31), (30, 32), (27, 31), (28, 32),
    ];

    private static readonly (ushort, ushort)[] HandLimbs =
    [
        (0, 1), (1, 2), (2, 3), (3, 4), (0, 5), (5, 6), (6, 7), (7, 8), (5, 9), (9, 10), (10, 11), (11, 12), (9, 13), (13, 14), (14, 15),
        (15, 16), (13, 17), (17, 18), (18, 19), (19, 20), (0, 17),
    ];

    private static readonly IReadOnlyList<string> FaceNames =
        [.. Enumerable.Range(0, LandmarkLayout.FaceCount).Select(point => point.ToString(CultureInfo.InvariantCulture))];

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="withFace">Whether the frames have the points of the face.</param>
    public static PoseHeader Header(int width, int height, bool withFace) => new()
    {
        Version = PoseHeader.LatestVersion,
        Width = checked((ushort)width),
        Height = checked((ushort)height),
        Depth = checked((ushort)width),
        Components = All(withFace),
    };

    /// <summary>Pose, face (where present), left hand, right hand.</summary>
    private static PoseComponent[] All(bool withFace)
    {
        PoseComponent pose = Create(Pose, LandmarkLayout.PoseNames, PoseLimbs, (255, 0, 0));
        PoseComponent face = Create(Face, FaceNames, FaceContours.Limbs, (128, 0, 0));
        PoseComponent left = Create(LeftHand, LandmarkLayout.HandNames, HandLimbs, (0, 160, 80));
        PoseComponent right = Create(RightHand, LandmarkLayout.HandNames, HandLimbs, (240, 130, 0));
        return withFace ? [pose, face, left, right] : [pose, left, right];
    }

    /// <returns>
    /// The components of body and hands, with or without the face, that have this number of points in total; empty for other numbers.
    /// </returns>
    public static IReadOnlyList<PoseComponent> For(int points, int dimensions) => (points, dimensions) switch
    {
        (LandmarkLayout.CountWithoutFace, 3) => All(withFace: false),
        (LandmarkLayout.CountWithFace, 3) => All(withFace: true),
        _ => [],
    };

    /// <summary>
    /// Index of the component's first point in a frame, and the names of its points; null for a component that Hasta does not use.
    /// </summary>
    public static (int Start, IReadOnlyList<string> Names)? Place(string component) => component switch
    {
        Pose => (LandmarkLayout.PoseStart, LandmarkLayout.PoseNames),
        LeftHand => (LandmarkLayout.LeftHandStart, LandmarkLayout.HandNames),
        RightHand => (LandmarkLayout.RightHandStart, LandmarkLayout.HandNames),
        Face => (LandmarkLayout.CountWithoutFace, FaceNames),
        _ => null,
    };

    private static PoseComponent Create(
        string name,
        IReadOnlyList<string> points,
        IReadOnlyList<(ushort, ushort)> limbs,
        (ushort, ushort, ushort) colour) =>
        new() { Name = name, Format = Format, Points = points, Limbs = limbs, Colours = [colour] };
}
