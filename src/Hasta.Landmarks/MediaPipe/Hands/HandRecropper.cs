using System.Numerics;
using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>Tightens the pose's rough guess of a hand's region by a look at the picture.</summary>
/// <remarks>MediaPipe's modules/holistic_landmark/hand_recrop_by_roi_gpu.pbtxt.</remarks>
internal sealed class HandRecropper(LandmarkNetwork network)
{
    private const int InputSize = 256;

    private readonly CropSampler sampler = new(new CropFormat { Size = InputSize });

    public RotatedRegion Tighten(VideoFrame frame, RotatedRegion guess)
    {
        float[] values = network.Run(sampler.Sample(frame, guess))[0];
        return HandRegion.FromRecrop(Place(values, guess), Place(values.AsSpan(2), guess));
    }

    private static Landmark Place(ReadOnlySpan<float> point, RotatedRegion region) =>
        region.Project(new Vector2(point) / InputSize);
}
