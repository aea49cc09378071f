using System.Numerics;
using Hasta.Landmarks.Inference;
using Hasta.Video;

namespace Hasta.Landmarks.Tracking;

/// <summary>Finds the most certain person in a whole frame. Runs only while none is tracked.</summary>
/// <remarks>Constants from MediaPipe's modules/pose_detection/pose_detection_gpu.pbtxt and modules/pose_landmark/pose_detection_to_roi.pbtxt.</remarks>
internal sealed class PoseDetector(LandmarkNetwork network, float minScore)
{
    /// <summary>224, of the network's input.</summary>
    public const int InputSize = 224;

    private const int ValuesPerBox = 12;
    private const int PointCount = 4;
    private const float MaxLogit = 100;
    private const float MinOverlap = 0.3f;

    private static readonly Vector2[] Anchors = SsdAnchors.Create(InputSize, 8, 16, 32, 32, 32);

    private readonly CropSampler sampler = new(new CropFormat { Size = InputSize, Min = -1, Max = 1, BlackOutside = true });

    /// <summary>The region around the person's hips that takes in the whole body, or null where nobody is seen.</summary>
    public RotatedRegion? Detect(VideoFrame frame)
    {
        int side = Math.Max(frame.Width, frame.Height);
        var letterbox = new RotatedRegion(frame.Width / 2f, frame.Height / 2f, side, side, 0);
        float[][] outputs = network.Run(sampler.Sample(frame, letterbox));
        return WeightedSuppression.Best(Decode(outputs[0], outputs[1], minScore), MinOverlap) is { } person
            ? PoseRegion.Of(ToFrame(person.Points[0], letterbox), ToFrame(person.Points[1], letterbox))
            : null;
    }

    /// <param name="boxes"><c>[2254, 12]</c>: centre x, y, width, height, then four points, in pixels from the anchor.</param>
    /// <param name="logits"><c>[2254]</c>.</param>
    /// <param name="minScore">0..1; boxes below it are left out.</param>
    public static List<Detection> Decode(ReadOnlySpan<float> boxes, ReadOnlySpan<float> logits, float minScore)
    {
        var detections = new List<Detection>();
        for (int i = 0; i < Anchors.Length; i++)
        {
            float score = 1 / (1 + MathF.Exp(-Math.Clamp(logits[i], -MaxLogit, MaxLogit)));
            var box = boxes.Slice(i * ValuesPerBox, ValuesPerBox);
            if (score >= minScore && box[2] >= 0 && box[3] >= 0)
            {
                detections.Add(Decode(box, Anchors[i], score));
            }
        }

        return detections;
    }

    private static Detection Decode(ReadOnlySpan<float> box, Vector2 anchor, float score)
    {
        var center = anchor + new Vector2(box) / InputSize;
        var halfSize = new Vector2(box[2..]) / (2 * InputSize);
        var points = new Vector2[PointCount];
        for (int i = 0; i < PointCount; i++)
        {
            points[i] = anchor + new Vector2(box[(4 + 2 * i)..]) / InputSize;
        }

        return new Detection { Score = score, From = center - halfSize, To = center + halfSize, Points = points };
    }

    private static Landmark ToFrame(Vector2 point, RotatedRegion letterbox) => letterbox.Project(new Landmark(point.X, point.Y, 0, 1));
}
