using System.Numerics;
using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe.Regions;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Detectors;

/// <summary>Runs a single-shot detector on a region of a frame.</summary>
/// <remarks>MediaPipe's TensorsToDetectionsCalculator with the options that its pose, face and palm detectors share.</remarks>
internal sealed class SsdDetector(LandmarkNetwork network, SsdFormat format, float minScore)
{
    private const int BoxValues = 4;
    private const float MaxLogit = 100;

    private readonly Vector2[] anchors = SsdAnchors.Create(format.InputSize, format.Strides);
    private readonly CropSampler sampler = new(new CropFormat { Size = format.InputSize, Min = format.Black, BlackOutside = true });

    /// <returns>All boxes above the minimum score, before any suppression, in 0..1 of the region.</returns>
    public List<Detection> Detect(VideoFrame frame, RotatedRegion region)
    {
        float[][] outputs = network.Run(sampler.Sample(frame, region));
        return Decode(outputs[0], outputs[1]);
    }

    /// <param name="boxes"><c>[anchor, 4 + 2 points]</c>: centre x, y, width, height, then the points, in pixels from the anchor.</param>
    /// <param name="logits"><c>[anchor]</c>.</param>
    private List<Detection> Decode(ReadOnlySpan<float> boxes, ReadOnlySpan<float> logits)
    {
        int values = BoxValues + (2 * format.PointCount);
        var detections = new List<Detection>();
        for (int i = 0; i < anchors.Length; i++)
        {
            float score = 1 / (1 + MathF.Exp(-Math.Clamp(logits[i], -MaxLogit, MaxLogit)));
            var box = boxes.Slice(i * values, values);
            if (score >= minScore && box[2] >= 0 && box[3] >= 0)
            {
                detections.Add(Decode(box, anchors[i], score));
            }
        }

        return detections;
    }

    private Detection Decode(ReadOnlySpan<float> box, Vector2 anchor, float score)
    {
        var center = anchor + new Vector2(box) / format.InputSize;
        var halfSize = new Vector2(box[2..]) / (2 * format.InputSize);
        var points = new Vector2[format.PointCount];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = anchor + new Vector2(box[(BoxValues + (2 * i))..]) / format.InputSize;
        }

        return new Detection { Score = score, Box = new Box(center - halfSize, center + halfSize), Points = points };
    }
}
