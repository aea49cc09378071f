namespace Hasta.Landmarks;

/// <summary>
/// Names the points of a <see cref="LandmarkFrame"/>: 33 pose points, 21 of the left hand, 21 of the right hand,
/// then 468 of the face where present. Left and right are the signer's own. The order within each part is MediaPipe's.
/// </summary>
public static class LandmarkLayout
{
    public const int PoseStart = 0;
    public const int PoseCount = 33;
    public const int HandCount = 21;
    public const int LeftHandStart = PoseStart + PoseCount;
    public const int RightHandStart = LeftHandStart + HandCount;
    public const int CountWithoutFace = RightHandStart + HandCount;
    public const int FaceCount = 468;
    public const int CountWithFace = CountWithoutFace + FaceCount;

    public const int Nose = 0;
    public const int LeftEyeInner = 1;
    public const int LeftEye = 2;
    public const int LeftEyeOuter = 3;
    public const int RightEyeInner = 4;
    public const int RightEye = 5;
    public const int RightEyeOuter = 6;
    public const int LeftEar = 7;
    public const int RightEar = 8;
    public const int MouthLeft = 9;
    public const int MouthRight = 10;
    public const int LeftShoulder = 11;
    public const int RightShoulder = 12;
    public const int LeftElbow = 13;
    public const int RightElbow = 14;
    public const int LeftWrist = 15;
    public const int RightWrist = 16;
    public const int LeftPinky = 17;
    public const int RightPinky = 18;
    public const int LeftIndex = 19;
    public const int RightIndex = 20;
    public const int LeftThumb = 21;
    public const int RightThumb = 22;
    public const int LeftHip = 23;
    public const int RightHip = 24;
    public const int LeftKnee = 25;
    public const int RightKnee = 26;
    public const int LeftAnkle = 27;
    public const int RightAnkle = 28;
    public const int LeftHeel = 29;
    public const int RightHeel = 30;
    public const int LeftFootIndex = 31;
    public const int RightFootIndex = 32;

    /// <summary>Names of the pose points as MediaPipe and the .pose format write them.</summary>
    public static IReadOnlyList<string> PoseNames { get; } =
    [
        "NOSE", "LEFT_EYE_INNER", "LEFT_EYE", "LEFT_EYE_OUTER", "RIGHT_EYE_INNER", "RIGHT_EYE", "RIGHT_EYE_OUTER",
        "LEFT_EAR", "RIGHT_EAR", "MOUTH_LEFT", "MOUTH_RIGHT", "LEFT_SHOULDER", "RIGHT_SHOULDER", "LEFT_ELBOW",
        "RIGHT_ELBOW", "LEFT_WRIST", "RIGHT_WRIST", "LEFT_PINKY", "RIGHT_PINKY", "LEFT_INDEX", "RIGHT_INDEX",
        "LEFT_THUMB", "RIGHT_THUMB", "LEFT_HIP", "RIGHT_HIP", "LEFT_KNEE", "RIGHT_KNEE", "LEFT_ANKLE", "RIGHT_ANKLE",
        "LEFT_HEEL", "RIGHT_HEEL", "LEFT_FOOT_INDEX", "RIGHT_FOOT_INDEX",
    ];

    /// <summary>Names of a hand's points, in the order of <see cref="HandPoint"/>.</summary>
    public static IReadOnlyList<string> HandNames { get; } =
    [
        "WRIST", "THUMB_CMC", "THUMB_MCP", "THUMB_IP", "THUMB_TIP", "INDEX_FINGER_MCP", "INDEX_FINGER_PIP",
        "INDEX_FINGER_DIP", "INDEX_FINGER_TIP", "MIDDLE_FINGER_MCP", "MIDDLE_FINGER_PIP", "MIDDLE_FINGER_DIP",
        "MIDDLE_FINGER_TIP", "RING_FINGER_MCP", "RING_FINGER_PIP", "RING_FINGER_DIP", "RING_FINGER_TIP", "PINKY_MCP",
        "PINKY_PIP", "PINKY_DIP", "PINKY_TIP",
    ];
}
