using Hasta.Landmarks.Inference;
using Hasta.Video;

namespace Hasta.Landmarks.Tracking;

/// <summary>The 21 points of the hand in a region.</summary>
/// <remarks>Constants from MediaPipe's modules/hand_landmark/hand_landmark_gpu.pbtxt.</remarks>
internal sealed class HandLandmarker(LandmarkNetwork network, float minPresence)
{
    /// <summary>Of the network's outputs those that are used: points and presence; not the handedness, which the body decides, and the metric points.</summary>
    public static readonly IReadOnlyList<string> Outputs = ["Identity", "Identity_1"];

    private const int InputSize = 224;
    private const float DepthDivisor = 0.4f;

    private readonly CropSampler sampler = new(new CropFormat { Size = InputSize });

    /// <returns>Points in pixels with confidence 1, or null where the network sees no hand.</returns>
    public Landmark[]? Find(VideoFrame frame, RotatedRegion region)
    {
        float[][] outputs = network.Run(sampler.Sample(frame, region));
        return outputs[1][0] > minPresence ? region.ProjectAll(outputs[0], InputSize, DepthDivisor) : null;
    }
}
