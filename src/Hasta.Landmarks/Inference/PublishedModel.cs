namespace Hasta.Landmarks.Inference;

/// <summary>The location of one model in MediaPipe's npm packages, and the expected hash of its bytes.</summary>
internal sealed record PublishedModel
{
    /// <summary>File name without folder, such as <c>hand_recrop.tflite</c>.</summary>
    public required string FileName { get; init; }

    /// <summary>Package below @mediapipe: holistic or hands.</summary>
    public required string Package { get; init; }

    /// <summary>True if the file is inside the package's packed assets instead of next to them.</summary>
    public required bool Packed { get; init; }

    /// <summary>Lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public static PublishedModel For(LandmarkModel model) => model switch
    {
        LandmarkModel.PalmDetectionFull =>
            InAssets("palm_detection_full", "2f25e740121983f68ffc05f99991d524dc0ea812134f6316a26125816941ee85"),
        LandmarkModel.PalmDetectionLite =>
            InAssets("palm_detection_lite", "e9a4aaddf90dda56a87235303cf00e4c2d3fb28725f68fd88772997dac905c18"),
        LandmarkModel.HandLandmarkFull =>
            InAssets("hand_landmark_full", "8c026882c9ec059ce0f8e75266bee5a9a23c341a40e0000df755374d3d1b9b68"),
        LandmarkModel.HandLandmarkLite =>
            Unpacked("hands", "hand_landmark_lite", "d7fde8ac11f8ce03f8663775bfc323f4fc9f2a38062b4f4efa142874ef5b2a48"),
        LandmarkModel.HandRecrop =>
            InAssets("hand_recrop", "67d996ce96f9d36fe17d2693022c6da93168026ab2f028f9e2365398d8ac7d5d"),
        LandmarkModel.PoseDetection =>
            InAssets("pose_detection", "a63c614bef30d35947f13be361820b1e4e3bec9cfeebf4d11216a18373108e85"),
        LandmarkModel.PoseLandmarkLite =>
            Unpacked("holistic", "pose_landmark_lite", "f17bfbecadb61c3be1baa8b8d851cc6619c870a87167b32848ad20db306b9d61"),
        LandmarkModel.PoseLandmarkFull =>
            Unpacked("holistic", "pose_landmark_full", "e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f"),
        LandmarkModel.PoseLandmarkHeavy =>
            Unpacked("holistic", "pose_landmark_heavy", "59e42d71bcd44cbdbabc419f0ff76686595fd265419566bd4009ef703ea8e1fe"),
        LandmarkModel.FaceDetectionShortRange =>
            InAssets("face_detection_short_range", "3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633"),
        LandmarkModel.FaceLandmark =>
            InAssets("face_landmark", "c603fa6149219a3e9487dc9abd7a0c24474c77263273d24868378cdf40aa26d1"),
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "No such landmark model."),
    };

    private static PublishedModel InAssets(string name, string sha256) =>
        new() { FileName = $"{name}.tflite", Package = "holistic", Packed = true, Sha256 = sha256 };

    private static PublishedModel Unpacked(string package, string name, string sha256) =>
        new() { FileName = $"{name}.tflite", Package = package, Packed = false, Sha256 = sha256 };
}
