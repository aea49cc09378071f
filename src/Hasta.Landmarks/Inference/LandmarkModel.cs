namespace Hasta.Landmarks.Inference;

/// <summary>The networks of MediaPipe's holistic solution, by their published file names.</summary>
public enum LandmarkModel
{
    PalmDetectionFull,
    PalmDetectionLite,
    HandLandmarkFull,
    HandLandmarkLite,

    /// <summary>Refines the square around a hand that is estimated from the pose's wrist and fingers.</summary>
    HandRecrop,
    PoseDetection,
    PoseLandmarkLite,
    PoseLandmarkFull,
    PoseLandmarkHeavy,
    FaceDetectionShortRange,

    /// <summary>The 468-point mesh without the attention layers, whose custom operators have no ONNX counterpart.</summary>
    FaceLandmark,
}
