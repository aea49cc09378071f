using System.Numerics;
using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>Refines the pose's rough estimate of a hand's region with a network.</summary>
/// <remarks>MediaPipe's modules/holistic_landmark/hand_recrop_by_roi_gpu.pbtxt.</remarks>
internal sealed class HandRecropper(LandmarkNetwork network)
{
    private const int InputSize = 256;

    private readonly CropSampler sampler = new(new CropFormat { Size = InputSize });

    public RotatedRegion Refine(VideoFrame frame, RotatedRegion estimate)
    {
        float[] values = network.Run(sampler.Sample(frame, estimate))[0];
        return HandRegion.FromRecrop(Project(values, estimate), Project(values.AsSpan(2), estimate));
    }

    private static Landmark Project(ReadOnlySpan<float> point, RotatedRegion region) =>
        region.Project(new Vector2(point) / InputSize);
}
