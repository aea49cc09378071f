using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>Finds the 21 points of the hand in a region.</summary>
/// <remarks>Constants from MediaPipe's modules/hand_landmark/hand_landmark_gpu.pbtxt.</remarks>
internal sealed class HandLandmarker(LandmarkNetwork network, float minPresence)
{
    /// <summary>The network's outputs that are used: points, presence and handedness. The metric points are not used.</summary>
    public static readonly IReadOnlyList<string> Outputs = ["Identity", "Identity_1", "Identity_2"];

    private const int InputSize = 224;
    private const float DepthDivisor = 0.4f;

    private readonly CropSampler sampler = new(new CropFormat { Size = InputSize });

    public static LandmarkModel ModelOf(HandModel model) => model switch
    {
        HandModel.Lite => LandmarkModel.HandLandmarkLite,
        HandModel.Full => LandmarkModel.HandLandmarkFull,
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "No such hand model."),
    };

    /// <returns>Null if the network finds no hand.</returns>
    public HandLandmarks? Find(VideoFrame frame, RotatedRegion region)
    {
        float[][] outputs = network.Run(sampler.Sample(frame, region));
        return outputs[1][0] > minPresence
            ? new HandLandmarks(region.ProjectAll(outputs[0], InputSize, DepthDivisor), outputs[2][0])
            : null;
    }
}
