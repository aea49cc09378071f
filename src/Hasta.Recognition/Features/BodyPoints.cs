using Hasta.Landmarks;

namespace Hasta.Recognition.Features;

/// <summary>
/// The 55 landmarks that features use, in the order of a <see cref="NormalizedSequence"/>: 13 of the upper body, 21 of each hand.
/// </summary>
internal static class BodyPoints
{
    public const int Nose = 0;
    public const int LeftEar = 3;
    public const int RightEar = 4;
    public const int MouthLeft = 5;
    public const int MouthRight = 6;
    public const int LeftShoulder = 7;
    public const int RightShoulder = 8;
    public const int LeftElbow = 9;
    public const int RightElbow = 10;
    public const int LeftWrist = 11;
    public const int RightWrist = 12;
    public const int LeftHand = 13;
    public const int RightHand = LeftHand + LandmarkLayout.HandCount;
    public const int Count = RightHand + LandmarkLayout.HandCount;

    /// <summary>Indices of the upper body in a <see cref="LandmarkFrame"/>.</summary>
    public static IReadOnlyList<int> UpperBody { get; } =
    [
        LandmarkLayout.Nose, LandmarkLayout.LeftEye, LandmarkLayout.RightEye, LandmarkLayout.LeftEar, LandmarkLayout.RightEar,
        LandmarkLayout.MouthLeft, LandmarkLayout.MouthRight, LandmarkLayout.LeftShoulder, LandmarkLayout.RightShoulder,
        LandmarkLayout.LeftElbow, LandmarkLayout.RightElbow, LandmarkLayout.LeftWrist, LandmarkLayout.RightWrist,
    ];

    /// <summary>Index of the first of the hand's 21 points.</summary>
    public static int HandOf(Side side) => side == Side.Left ? LeftHand : RightHand;

    /// <summary>For each point, the index of its counterpart on the other side, for mirroring.</summary>
    public static IReadOnlyList<int> Mirrored { get; } =
    [
        Nose, 2, 1, RightEar, LeftEar, MouthRight, MouthLeft, RightShoulder, LeftShoulder, RightElbow, LeftElbow, RightWrist, LeftWrist,
        .. Enumerable.Range(RightHand, LandmarkLayout.HandCount), .. Enumerable.Range(LeftHand, LandmarkLayout.HandCount),
    ];
}
