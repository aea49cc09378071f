using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Body;

/// <summary>Finds the pose points of the person in a region.</summary>
/// <remarks>Constants from MediaPipe's modules/pose_landmark/tensors_to_pose_landmarks_and_segmentation.pbtxt.</remarks>
internal sealed class PoseLandmarker(LandmarkNetwork network, float minPresence)
{
    /// <summary>
    /// The network's outputs that are used: points, presence, heat map. The silhouette and the metric points are not used.
    /// </summary>
    public static readonly IReadOnlyList<string> Outputs = ["Identity", "Identity_1", "Identity_3"];

    private const int InputSize = 256;
    private const int HeatmapSize = 64;
    private const int PointCount = 39;
    private const int ValuesPerPoint = 5;
    private const int HipsIndex = 33;
    private const int RimIndex = 34;

    /// <summary>A point that is seen never has confidence 0, which means missing.</summary>
    private const float MinConfidence = 1e-6f;

    private readonly CropSampler sampler = new(new CropFormat { Size = InputSize });

    public static LandmarkModel ModelOf(PoseModel model) => model switch
    {
        PoseModel.Lite => LandmarkModel.PoseLandmarkLite,
        PoseModel.Full => LandmarkModel.PoseLandmarkFull,
        PoseModel.Heavy => LandmarkModel.PoseLandmarkHeavy,
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "No such pose model."),
    };

    /// <returns>Null if the network finds no person.</returns>
    public PoseResult? Find(VideoFrame frame, RotatedRegion region)
    {
        float[][] outputs = network.Run(sampler.Sample(frame, region));
        if (!(outputs[1][0] > minPresence))
        {
            return null;
        }

        var points = Read(outputs[0]);
        HeatmapRefinement.Refine(points, outputs[2], HeatmapSize);
        var projected = Array.ConvertAll(points, region.Project);
        return new PoseResult
        {
            Landmarks = projected[..LandmarkLayout.PoseCount],
            Hips = projected[HipsIndex],
            Rim = projected[RimIndex],
        };
    }

    /// <param name="values"><c>[39, 5]</c>: x, y, z in pixels of the input, logits of visibility and presence.</param>
    private static Landmark[] Read(float[] values)
    {
        var points = new Landmark[PointCount];
        for (int i = 0; i < points.Length; i++)
        {
            var value = values.AsSpan(i * ValuesPerPoint);
            float visibility = 1 / (1 + MathF.Exp(-value[3]));
            points[i] = new Landmark(
                value[0] / InputSize,
                value[1] / InputSize,
                value[2] / InputSize,
                MathF.Max(visibility, MinConfidence));
        }

        return points;
    }
}
