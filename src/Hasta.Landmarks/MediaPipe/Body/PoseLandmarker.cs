using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Body;

/// <summary>The pose points of the person in a region.</summary>
/// <remarks>Constants from MediaPipe's modules/pose_landmark/tensors_to_pose_landmarks_and_segmentation.pbtxt.</remarks>
internal sealed class PoseLandmarker(LandmarkNetwork network, float minPresence)
{
    /// <summary>Of the network's outputs those that are used: points, presence, heat map; not the silhouette and the metric points.</summary>
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

    /// <returns>Null where the network sees no person.</returns>
    public PoseResult? Find(VideoFrame frame, RotatedRegion region)
    {
        float[][] outputs = network.Run(sampler.Sample(frame, region));
        if (!(outputs[1][0] > minPresence))
        {
            return null;
        }

        var points = Read(outputs[0]);
        HeatmapRefinement.Refine(points, outputs[2], HeatmapSize);
        var placed = Array.ConvertAll(points, region.Project);
        return new PoseResult
        {
            Landmarks = placed[..LandmarkLayout.PoseCount],
            Hips = placed[HipsIndex],
            Rim = placed[RimIndex],
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
            points[i] = new Landmark(value[0] / InputSize, value[1] / InputSize, value[2] / InputSize, MathF.Max(visibility, MinConfidence));
        }

        return points;
    }
}
