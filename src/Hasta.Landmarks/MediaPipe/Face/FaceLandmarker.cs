using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Face;

/// <summary>Finds the 468 points of the face in a region.</summary>
/// <remarks>Constants from MediaPipe's modules/face_landmark/face_landmark_gpu.pbtxt and tensors_to_face_landmarks.pbtxt.</remarks>
internal sealed class FaceLandmarker(LandmarkNetwork network, float minPresence)
{
    private const int InputSize = 192;

    private readonly CropSampler sampler = new(new CropFormat { Size = InputSize });

    /// <returns>Points in pixels with confidence 1, or null if the network finds no face.</returns>
    public Landmark[]? Find(VideoFrame frame, RotatedRegion region)
    {
        float[][] outputs = network.Run(sampler.Sample(frame, region));
        float presence = 1 / (1 + MathF.Exp(-outputs[1][0]));
        return presence > minPresence ? region.ProjectAll(outputs[0], InputSize) : null;
    }
}
